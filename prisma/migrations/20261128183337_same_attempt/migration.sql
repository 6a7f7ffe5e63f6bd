-- Alone in its migration: signing goes on while it is built. No other index begins with the attempt, so that the planner
-- cannot take the one of a whole campaign instead, which it did while the table's statistics were those of an empty one.
CREATE INDEX CONCURRENTLY "Signature_attempt_hmac" ON "Signature"("attemptHmac") WHERE ("attemptHmac" IS NOT NULL);
