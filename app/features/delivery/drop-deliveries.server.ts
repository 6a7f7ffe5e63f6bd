import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";

/**
 * A person decides that what waits, failed or is held does not go: it is cancelled and wiped at once, and the reason says
 * where it may have gone all the same. Who said so stands in the events. Answers the ids of those that it dropped; any
 * other is with the provider or has ended, and left as it is.
 */
export async function dropDeliveries(tx: Tx, by: By, { ids }: { ids: string[] }): Promise<string[]> {
  const rows = await tx.sql(
    "delivery-drop",
    `with found as (
       select "id", "state" from "Delivery"
       where "id" = any($1::uuid[]) and "state" in ('queued', 'held', 'failed') order by "id" for update
     ), dropped as (
       update "Delivery" d
       set "state" = 'cancelled', "endedAt" = $2::timestamptz, "sealedPayload" = null, "recipientHmac" = null,
         "reason" = case
           when d."firstSentAt" is not null or exists (
             select 1 from "DeliveryEvent" e where e."deliveryId" = d."id" and e."cause" like '%: sent again, may have left'
           ) then 'dropped-unknown' else 'dropped' end
       from found where d."id" = found."id"
       returning d."id", found."state" as "from"
     ), noted as (
       insert into "DeliveryEvent" ("deliveryId", "at", "from", "to", "cause")
       select "id", $2::timestamptz, "from", 'cancelled', $3::text || ': dropped' from dropped
     )
     select "id" from dropped order by "id"`,
    [ids, by.now, by.actor],
    z.object({ id: z.string() }),
  );
  return rows.map(({ id }) => id);
}
