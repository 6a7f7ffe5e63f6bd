import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";

/**
 * - queued: it goes again, from the start, under a new key
 * - may-have-left: left as it is; nobody knows whether the provider took it, and it was not said that it goes all the same
 * - wiped: its mail is kept no more
 * - not-stuck: it is neither failed nor held, or not known
 */
export type Redriven = "queued" | "may-have-left" | "wiped" | "not-stuck";

/**
 * A person sends again what failed or is held (fault 9). That is safe where no attempt can have been taken; where one may
 * have been, a new key can mean a second mail, and only `evenIfItMayHaveLeft` sends it. Who said so stands in the events.
 * Whoever asked meanwhile not to be written to still gets nothing: the worker looks before it sends.
 */
export async function redriveDeliveries(
  tx: Tx,
  by: By,
  { ids, evenIfItMayHaveLeft = false }: { ids: string[]; evenIfItMayHaveLeft?: boolean },
): Promise<Map<string, Redriven>> {
  const rows = await tx.sql(
    "delivery-redrive",
    `with found as (
       select "id", "state", "firstSentAt", "sealedPayload" is not null as "kept" from "Delivery"
       where "id" = any($1::uuid[]) and "state" in ('held', 'failed') order by "id" for update
     ), queued as (
       update "Delivery" d
       set "state" = 'queued', "reason" = null, "drives" = d."drives" + 1, "attempts" = 0, "lostLeases" = 0,
         "firstSentAt" = null, "notBefore" = $3::timestamptz, "endedAt" = null
       from found where d."id" = found."id" and found."kept" and ($2::boolean or found."firstSentAt" is null)
       returning d."id", found."state" as "from", found."firstSentAt" is not null as "mayHaveLeft"
     ), noted as (
       insert into "DeliveryEvent" ("deliveryId", "at", "from", "to", "cause")
       select "id", $3::timestamptz, "from", 'queued',
         case when "mayHaveLeft" then $4::text || ': sent again, may have left' else $4::text || ': sent again' end
       from queued
     )
     select a."id", case
         when f."id" is null then 'not-stuck'
         when q."id" is not null then 'queued'
         when f."kept" then 'may-have-left'
         else 'wiped' end as "outcome"
     from unnest($1::uuid[]) as a("id") left join found f using ("id") left join queued q using ("id")`,
    [ids, evenIfItMayHaveLeft, by.now, by.actor],
    z.object({ id: z.string(), outcome: z.enum(["queued", "may-have-left", "wiped", "not-stuck"]) }),
  );
  return new Map(rows.map(({ id, outcome }) => [id, outcome]));
}
