-- Alone in its migration: signing goes on while it is built.
CREATE INDEX CONCURRENTLY "Signature_to_erase" ON "Signature"("campaignId", "id") WHERE (("state" = 'confirmed' OR "state" = 'withdrawn') AND "erasedAt" IS NULL);
