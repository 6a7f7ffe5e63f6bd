-- Alone in its migration: sending goes on while it is built.
CREATE INDEX CONCURRENTLY "Delivery_to_wipe" ON "Delivery"("endedAt") WHERE ("endedAt" IS NOT NULL AND "recipientHmac" IS NOT NULL);
