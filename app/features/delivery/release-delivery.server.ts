import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import type { Decided } from "./decision.ts";

/**
 * What a person held goes on, under the key that it has. Where it may have gone by then (an attempt before it was held, or
 * a backup restored since), only `evenIfItMayHaveLeft` sends it; what is held for another reason is not released.
 */
export async function releaseDelivery(
  tx: Tx,
  by: By,
  { id, evenIfItMayHaveLeft }: { id: string; evenIfItMayHaveLeft: boolean },
): Promise<Extract<Decided, "done" | "moved" | "may-have-left">> {
  const [found] = await tx.sql(
    "delivery-release",
    `with found as (
       select "id", "firstSentAt" is not null as "mayHaveLeft" from "Delivery"
       where "id" = $1 and "state" = 'held' and "reason" is null for update
     ), queued as (
       update "Delivery" d set "state" = 'queued', "notBefore" = greatest(d."notBefore", $3::timestamptz)
       from found where d."id" = found."id" and ($2::boolean or not found."mayHaveLeft")
       returning d."id", found."mayHaveLeft"
     ), noted as (
       insert into "DeliveryEvent" ("deliveryId", "at", "from", "to", "cause")
       select "id", $3::timestamptz, 'held', 'queued',
         case when "mayHaveLeft" then $4::text || ': released, may have left' else $4::text || ': released' end
       from queued
     )
     select exists (select 1 from queued) as "isQueued" from found`,
    [id, evenIfItMayHaveLeft, by.now, by.actor],
    z.object({ isQueued: z.boolean() }),
  );
  if (!found) return "moved";
  return found.isQueued ? "done" : "may-have-left";
}
