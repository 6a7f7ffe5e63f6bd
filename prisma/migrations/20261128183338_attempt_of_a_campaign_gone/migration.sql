-- Alone in its migration: signing goes on meanwhile. "Signature_attempt_hmac" has taken its place.
DROP INDEX CONCURRENTLY "Signature_attempt";
