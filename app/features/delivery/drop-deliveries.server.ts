import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";

/**
 * A person decides that what failed or is held does not go: it is cancelled and wiped at once. Who said so stands in the
 * events. Answers the ids of those that it dropped; any other is neither failed nor held, and left as it is.
 */
export async function dropDeliveries(by: By, { ids }: { ids: string[] }): Promise<string[]> {
  const rows = await sql(
    "delivery-drop",
    `with found as (
       select "id", "state" from "Delivery"
       where "id" = any($1::uuid[]) and "state" in ('held', 'failed') order by "id" for update
     ), dropped as (
       update "Delivery" d
       set "state" = 'cancelled', "reason" = 'dropped', "endedAt" = $2::timestamptz, "sealedPayload" = null,
         "recipientHmac" = null
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
