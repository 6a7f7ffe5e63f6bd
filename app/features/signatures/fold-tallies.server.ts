import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, none, transaction } from "#app/lib/db.server.ts";
import { locks } from "#app/lib/locks.ts";

const atMost = 10_000;

/**
 * Adds up what has not been counted yet, once, and gives numbers to new signatures. Only one at a time; the others turn
 * away. It takes the rows that it sees and deletes them: ids commit out of order, so that "greater than the last seen"
 * would miss one for ever (fault 49). Answers how many changes it folded, null when another folder was at work.
 */
export async function foldTallies(by: By): Promise<number | null> {
  return transaction(async (tx) => {
    const [lock] = await tx.sql(
      "tallies-lock",
      `select pg_try_advisory_xact_lock($1::bigint) as "isOurs"`,
      [locks.fold],
      z.object({ isOurs: z.boolean() }),
    );
    if (!lock?.isOurs) return null;
    const [folded] = await tx.sql("tallies-fold", fold, [atMost], z.object({ n: count }));
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
   returning "id", "campaignId", "at", "kind", "n", "signatureId", "divisionId", "source"
 ), cells as (
   select g."campaignId", c."cube", c."key", c."bucket", sum(g."n")::int as "n"
   from gone g cross join lateral (values
     ('total', '', ''),
     ('day', '', to_char(g."at" at time zone 'UTC', 'YYYY-MM-DD')),
     ('place', coalesce(g."divisionId", ''), ''),
     ('source', coalesce(g."source", ''), '')
   ) as c("cube", "key", "bucket")
   where g."kind" = 'confirmed'
   group by g."campaignId", c."cube", c."key", c."bucket"
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
