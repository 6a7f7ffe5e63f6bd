-- Alone in its migration: signing goes on while it is built.
CREATE INDEX CONCURRENTLY "Signature_matterId_emailHmac_idx" ON "Signature"("matterId", "emailHmac");
