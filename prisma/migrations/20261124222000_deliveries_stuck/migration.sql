-- Alone in its migration: sending goes on while it is built.
CREATE INDEX CONCURRENTLY "Delivery_stuck" ON "Delivery"("state", "priority", "notBefore", "id") WHERE ("state" = 'held' OR "state" = 'failed');
