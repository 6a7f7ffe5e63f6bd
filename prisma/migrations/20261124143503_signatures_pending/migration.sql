-- Alone in its migration: signing goes on while it is built.
CREATE INDEX CONCURRENTLY "Signature_pending" ON "Signature"("signedAt") WHERE ("state" = 'pending');
