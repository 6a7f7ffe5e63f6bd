import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";

/** A person holds what waits. Answers whether it did: what a worker has by then is the worker's. */
export async function holdDelivery(tx: Tx, by: By, id: string): Promise<boolean> {
  const rows = await tx.sql(
    "delivery-hold",
    `with held as (
       update "Delivery" set "state" = 'held', "reason" = null where "id" = $1 and "state" = 'queued' returning "id"
     )
     insert into "DeliveryEvent" ("deliveryId", "at", "from", "to", "cause")
     select "id", $2::timestamptz, 'queued', 'held', $3::text || ': held' from held returning "deliveryId"`,
    [id, by.now, by.actor],
    z.object({ deliveryId: z.string() }),
  );
  return rows.length === 1;
}
