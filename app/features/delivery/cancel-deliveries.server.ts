import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";

/**
 * Takes what is not yet sent out of every queue and wipes it (fault 42), in the caller's transaction: what failed too, so
 * that nobody sends it again. One that is with the provider just now, or of which nobody knows whether it was taken, may
 * have gone; it is not sent again.
 */
export async function cancelDeliveries(
  tx: Tx,
  by: By,
  { subjectKind, subjectIds }: { subjectKind: string; subjectIds: string[] },
): Promise<void> {
  if (subjectIds.length === 0) return;
  await tx.sql(
    "delivery-cancel",
    `with found as (
       select "id", "state", "firstSentAt" from "Delivery"
       where "subjectKind" = $1 and "subjectId" = any($2::uuid[]) and "state" in ('queued', 'sending', 'held', 'failed')
       order by "id" for update
     ), cancelled as (
       update "Delivery" d
       set "state" = 'cancelled', "endedAt" = $3::timestamptz, "leaseBy" = null, "leaseUntil" = null,
         "sealedPayload" = null, "recipientHmac" = null,
         "reason" = case
           when found."state" <> 'queued' and found."firstSentAt" is not null then 'withdrawn-while-sending'
           else 'withdrawn' end
       from found where d."id" = found."id"
       returning d."id", found."state" as "from"
     )
     insert into "DeliveryEvent" ("deliveryId", "at", "from", "to", "cause")
     select "id", $3::timestamptz, "from", 'cancelled', $4::text from cancelled`,
    [subjectKind, subjectIds, by.now, by.actor],
    none,
  );
}
