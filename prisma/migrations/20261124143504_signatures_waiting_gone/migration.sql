-- Alone in its migration: signing goes on meanwhile. "Signature_pending" has taken its place, it was full of who expired.
DROP INDEX CONCURRENTLY "Signature_waiting";
