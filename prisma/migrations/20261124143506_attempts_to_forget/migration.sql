-- Alone in its migration: signing goes on while it is built.
CREATE INDEX CONCURRENTLY "Signature_attempt_to_forget" ON "Signature"("signedAt") WHERE ("attemptHmac" IS NOT NULL);
