import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, none, transaction } from "#app/lib/db.server.ts";
import { locks } from "#app/lib/locks.ts";
import { takeTurn } from "#app/lib/take-turn.server.ts";
import { earlier, hours } from "#app/lib/time.ts";
import { changedCells, minuteOf } from "./internal/cells.ts";

const atMost = 10_000;
/** For so long the count of each minute is kept: the last hour's is read from it. */
const minutesKept = hours(2);

/**
 * Adds up what has not been counted yet, once, and gives numbers to new signatures. Only one at a time; the others turn
 * away. It takes the rows that it sees and deletes them: ids commit out of order, so that "greater than the last seen"
 * would miss one for ever (fault 49). Answers how many changes it folded, null when another folder was at work.
 */
export async function foldTallies(by: By): Promise<number | null> {
  return transaction(async (tx) => {
    if (!(await takeTurn(tx, locks.fold))) return null;
    const [folded] = await tx.sql("tallies-fold", fold, [atMost, earlier(by.now, minutesKept)], z.object({ n: count }));
    // Also when there was nothing to count: a worker that stands still shows.
    await tx.sql(
      "tallies-tick",
      `insert into "Fold" ("id", "at") values (1, $1) on conflict ("id") do update set "at" = excluded."at"`,
      [by.now],
      none,
    );
    return folded?.n ?? 0;
  });
}

const fold = `with gone as (
   delete from "TallyDelta" where "id" in (select "id" from "TallyDelta" order by "id" limit $1)
   returning "id", "campaignId", "at", "kind", "n", "signatureId", "divisionId", "houseDivisionId", "country", "source"
 ), forgotten as (
   delete from "Tally" where "campaignId" in (select "campaignId" from gone) and "cube" = 'minute'
     and "bucket" < ${minuteOf("$2::timestamptz")}
 ), fallen as (
   ${changedCells("gone")}
   union all
   select g."campaignId", g."n", 'minute', '', ${minuteOf(`g."at"`)} from gone g
   where g."kind" = 'confirmed' and g."at" >= date_trunc('minute', $2::timestamptz)
 ), cells as (
   select "campaignId", "cube", "key", "bucket", sum("n")::int as "n" from fallen
   group by "campaignId", "cube", "key", "bucket"
 ), added as (
   insert into "Tally" ("campaignId", "cube", "key", "bucket", "n")
   select "campaignId", "cube", "key", "bucket", "n" from cells order by 1, 2, 3, 4
   on conflict ("campaignId", "cube", "key", "bucket") do update set "n" = "Tally"."n" + excluded."n"
 ), fresh as (
   select g."signatureId", g."campaignId", row_number() over (partition by g."campaignId" order by g."id") as "rank"
   from gone g where g."kind" = 'confirmed' and g."n" > 0 and g."signatureId" is not null
 ), last as (
   select c."campaignId",
     coalesce((select max(s."number") from "Signature" s where s."campaignId" = c."campaignId"), 0) as "number"
   from (select distinct "campaignId" from fresh) c
 ), numbered as (
   update "Signature" s set "number" = last."number" + fresh."rank"
   from fresh join last on last."campaignId" = fresh."campaignId"
   where s."id" = fresh."signatureId" and s."number" is null
 )
 select count(*) as "n" from gone`;
