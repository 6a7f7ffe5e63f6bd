-- Alone in its migration: sending goes on while it is built.
CREATE INDEX CONCURRENTLY "Delivery_letters_queued" ON "Delivery"("campaignId", "notBefore") WHERE ("state" = 'queued' AND "kind" = 'letter');
