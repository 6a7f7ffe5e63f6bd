-- By hand: the moves of delivery.ts, with `queued>held` of a restore. Validated in a migration of its own.
ALTER TABLE "DeliveryEvent" DROP CONSTRAINT "DeliveryEvent_move",
ADD CONSTRAINT "DeliveryEvent_move" CHECK (coalesce("from", '') || '>' || "to" IN (
  '>queued',
  'queued>sending', 'queued>held', 'queued>cancelled',
  'sending>sending', 'sending>accepted', 'sending>queued', 'sending>held', 'sending>failed', 'sending>cancelled',
  'held>queued', 'held>cancelled',
  'failed>queued', 'failed>cancelled'
)) NOT VALID;
