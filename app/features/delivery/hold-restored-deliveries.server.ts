import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, sql } from "#app/lib/db.server.ts";
import { inBatches } from "#app/lib/in-batches.ts";

/**
 * After a restore, before any worker runs: holds whatever waits or was with the provider when the backup was taken
 * (fault 53). It may have gone since; nobody here can know. For the same reason what had failed or was held by then counts
 * as one that may have left: a person may have sent it again. Answers how many it held.
 */
export async function holdRestoredDeliveries(
  by: By,
  { takenAt, batch = 5000 }: { takenAt: Date; batch?: number },
): Promise<number> {
  const held = await inBatches(batch, undefined, () => holdSome(by, takenAt, batch));
  await inBatches(batch, undefined, () => doubtSome(takenAt, batch));
  return held;
}

const answer = z.object({ n: count });

async function holdSome(by: By, takenAt: Date, limit: number): Promise<number> {
  const [row] = await sql(
    "delivery-hold-restored",
    `with found as (
       select "id", "state" from "Delivery" where "state" = 'queued' or "state" = 'sending'
       order by "id" limit $1::int for update
     ), held as (
       update "Delivery" d
       set "state" = 'held', "reason" = 'restored', "leaseBy" = null, "leaseUntil" = null,
         "firstSentAt" = coalesce(d."firstSentAt", $2::timestamptz)
       from found where d."id" = found."id"
       returning d."id", found."state" as "from"
     ), noted as (
       insert into "DeliveryEvent" ("deliveryId", "at", "from", "to", "cause")
       select "id", $3::timestamptz, "from", 'held', $4::text || ': restored' from held
     )
     select count(*) as "n" from held`,
    [limit, takenAt, by.now, by.actor],
    answer,
  );
  return row?.n ?? 0;
}

async function doubtSome(takenAt: Date, limit: number): Promise<number> {
  const [row] = await sql(
    "delivery-doubt-restored",
    `with found as (
       select "id" from "Delivery"
       where ("state" = 'held' or "state" = 'failed') and "firstSentAt" is null
       order by "id" limit $1::int for update
     ), doubted as (
       update "Delivery" d set "firstSentAt" = $2::timestamptz from found where d."id" = found."id" returning 1
     )
     select count(*) as "n" from doubted`,
    [limit, takenAt],
    answer,
  );
  return row?.n ?? 0;
}
