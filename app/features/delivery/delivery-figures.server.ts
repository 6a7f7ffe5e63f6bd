import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";

const figure = {
  state: z.enum(["queued", "accepted", "held", "failed", "cancelled"]),
  /** Of `deliveryReasons`; "" where the state says it all. */
  reason: z.string(),
  n: z.coerce.number(),
};

/** How many deliveries of letters are where, by campaign; what is with the provider just now counts as queued. */
export async function deliveriesByCampaign(_by: By, campaignIds: string[]) {
  return sql(
    "figures-deliveries",
    `select t."campaignId", t."state", t."reason", t."n" from unnest($1::uuid[]) as asked("id")
     join "DeliveryTally" t on t."campaignId" = asked."id" and t."groupKey" = '*'`,
    [campaignIds],
    z.object({ campaignId: z.string(), ...figure }),
  );
}

/** The same of one campaign, by what deliveries have in common: their office. */
export async function deliveriesByGroup(_by: By, campaignId: string) {
  return sql(
    "figures-deliveries-by-group",
    `select "groupKey", "state", "reason", "n" from "DeliveryTally"
     where "campaignId" = $1 and "groupKey" <> '*' and "n" <> 0`,
    [campaignId],
    z.object({ groupKey: z.string(), ...figure }),
  );
}

/** Since when the letter of a campaign waits that is due longest; campaigns of which none is due are left out. */
export async function queuedSince(by: By, campaignIds: string[]) {
  return sql(
    "figures-queued-since",
    `select asked."id" as "campaignId", first."notBefore" as "since" from unnest($1::uuid[]) as asked("id")
     cross join lateral (
       select "notBefore" from "Delivery" where "state" = 'queued' and "kind" = 'letter' and "campaignId" = asked."id"
       order by "notBefore" limit 1
     ) first where first."notBefore" <= $2`,
    [campaignIds, by.now],
    z.object({ campaignId: z.string(), since: instant }),
  );
}
