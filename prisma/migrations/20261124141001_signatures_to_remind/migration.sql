-- Alone in its migration: signing goes on while it is built.
CREATE INDEX CONCURRENTLY "Signature_to_remind" ON "Signature"("signedAt", "id") WHERE ("state" = 'pending' AND "remindedAt" IS NULL);
