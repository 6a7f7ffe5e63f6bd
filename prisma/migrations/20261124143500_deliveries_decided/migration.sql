-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "drives" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "lostLeases" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Suppression" ADD COLUMN     "letThroughAt" TIMESTAMPTZ(3);

-- By hand: the moves of delivery.ts. Each is written as an event in the statement that makes it. Validated in a migration
-- of its own: that reads the table while others write.
ALTER TABLE "DeliveryEvent" ADD CONSTRAINT "DeliveryEvent_move" CHECK (coalesce("from", '') || '>' || "to" IN (
  '>queued',
  'queued>sending', 'queued>cancelled',
  'sending>sending', 'sending>accepted', 'sending>queued', 'sending>held', 'sending>failed', 'sending>cancelled',
  'held>queued', 'held>cancelled',
  'failed>queued', 'failed>cancelled'
)) NOT VALID;
