-- By hand: a letter whose facts have changed before its release is held. Validated apart: the table is not locked for it.
ALTER TABLE "Letter" DROP CONSTRAINT "Letter_state";
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_state" CHECK ("state" IN ('approved', 'released', 'held')) NOT VALID;
