import type { By } from "#app/lib/by.ts";
import { bytes, instant, sql } from "#app/lib/db.server.ts";
import { z } from "zod";
import { lease, officeKinds } from "../delivery.ts";

const claimed = z.object({
  id: z.string(),
  sealedPayload: bytes.nullable(),
  isDemo: z.boolean(),
  drives: z.number(),
  attempts: z.number(),
  lostLeases: z.number(),
  /** Since when the provider may know the key: before this claim, and with it. */
  sentBefore: instant.nullable(),
  firstSentAt: instant,
  suppressed: z.boolean(),
});
export type Claimed = z.output<typeof claimed>;

/**
 * Takes up to `limit` deliveries that are due, or whose holder let its lease expire, for `holder` alone. One statement
 * that commits by itself. Leases are written and compared by the database's clock, all else by `by.now`. What an address
 * asked for is read here once more (`mayMailSupporter` says what stops what): it may have asked while the mail waited.
 */
export async function claimDeliveries(by: By, holder: string, limit: number): Promise<Claimed[]> {
  return await sql(
    "delivery-claim",
    `with lost as (
       select "id", "priority", "notBefore", "firstSentAt", "state" from "Delivery"
       where "state" = 'sending' and "leaseUntil" < clock_timestamp()
       order by "leaseUntil" limit $3::int for update skip locked
     ), due as (
       select "id", "priority", "notBefore", "firstSentAt", "state" from "Delivery"
       where "state" = 'queued' and "notBefore" <= $1::timestamptz
       order by "priority", "notBefore", "id" limit $3::int for update skip locked
     ), picked as (
       select * from lost union all select * from due order by "priority", "notBefore", "id" limit $3::int
     ), claimed as (
       update "Delivery" d
       set "state" = 'sending', "reason" = null, "leaseBy" = $2,
         "leaseUntil" = clock_timestamp() + $4::int * interval '1 millisecond',
         "attempts" = d."attempts" + 1,
         "lostLeases" = d."lostLeases" + case picked."state" when 'sending' then 1 else 0 end,
         "firstSentAt" = coalesce(d."firstSentAt", $1::timestamptz)
       from picked where d."id" = picked."id"
       returning d.*, picked."firstSentAt" as "sentBefore", picked."state" as "from"
     ), noted as (
       insert into "DeliveryEvent" ("deliveryId", "at", "from", "to", "cause")
       select "id", $1::timestamptz, "from", 'sending', case "from" when 'sending' then 'lease-expired' else 'claimed' end from claimed
     )
     select "id", "sealedPayload", "isDemo", "drives", "attempts", "lostLeases", "sentBefore", "firstSentAt",
       exists (
         select 1 from "Suppression" s
         where s."emailHmac" = claimed."recipientHmac" and (
           s."scope" = 'all'
           or (
             s."scope" = 'campaign:' || claimed."campaignId"::text and not claimed."kind" = any($5::text[])
             and not (claimed."kind" = 'confirm' and claimed."queuedAt" > s."at")
           )
         )
       ) as "suppressed"
     from claimed order by "priority", "notBefore", "id"`,
    [by.now, holder, limit, lease, officeKinds],
    claimed,
  );
}
