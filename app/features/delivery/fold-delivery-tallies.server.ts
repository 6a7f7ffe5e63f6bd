import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, transaction } from "#app/lib/db.server.ts";
import { locks } from "#app/lib/locks.ts";
import { takeTurn } from "#app/lib/take-turn.server.ts";

const atMost = 10_000;

/**
 * Adds up which letters' deliveries moved on since the last time, once; only one at a time. Like signatures it takes the
 * rows that it sees and deletes them (fault 49). Answers how many it folded, null when another folder was at work.
 */
export async function foldDeliveryTallies(_by: By): Promise<number | null> {
  return transaction(async (tx) => {
    if (!(await takeTurn(tx, locks.foldDeliveries))) return null;
    const [folded] = await tx.sql("delivery-tallies-fold", fold, [atMost], z.object({ n: count }));
    return folded?.n ?? 0;
  });
}

const fold = `with gone as (
   delete from "DeliveryDelta" where "id" in (select "id" from "DeliveryDelta" order by "id" limit $1)
   returning "campaignId", "groupKey", "state", "reason", "n"
 ), cells as (
   select gone."campaignId", told."groupKey", gone."state", gone."reason", sum(gone."n")::int as "n"
   from gone cross join lateral (values (gone."groupKey"), ('*')) as told("groupKey")
   group by 1, 2, 3, 4 having sum(gone."n") <> 0
 ), added as (
   insert into "DeliveryTally" ("campaignId", "groupKey", "state", "reason", "n")
   select "campaignId", "groupKey", "state", "reason", "n" from cells order by 1, 2, 3, 4
   on conflict ("campaignId", "groupKey", "state", "reason") do update set "n" = "DeliveryTally"."n" + excluded."n"
 )
 select count(*) as "n" from gone`;
