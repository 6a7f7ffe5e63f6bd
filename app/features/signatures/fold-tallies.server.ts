import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, none, transaction } from "#app/lib/db.server.ts";

/**
 * Folds the deltas that are there: adds them to the tallies, deletes them and gives numbers, all in one transaction, by
 * one folder at a time. A delta still uncommitted stays for the next fold, whatever its id: nothing is ever skipped.
 * Answers how many were folded.
 */
export async function foldTallies(by: By): Promise<number> {
  return transaction(async (tx) => {
    const [lock] = await tx.sql("fold-lock", `select pg_try_advisory_xact_lock(hashtextextended('fold', 0)) as "mine"`, [], z.object({ mine: z.boolean() }));
    if (!lock?.mine) return 0;
    const [folded] = await tx.sql(
      "fold-deltas",
      `with taken as (
         delete from "TallyDelta" returning "id", "campaignId", "at", "n", "signatureId", "divisionId", "source"
       ), cells as (
         select "campaignId", 'total' as "cube", '' as "key", '' as "bucket", "n" from taken
         union all select "campaignId", 'day', coalesce("divisionId", ''), to_char("at" at time zone 'UTC', 'YYYY-MM-DD'), "n" from taken
         union all select "campaignId", 'place', coalesce(substring("divisionId" from '^ocd-division/country:us/[a-z]+:[a-z]{2}'), ''), '', "n" from taken
         union all select "campaignId", 'source', coalesce("source", ''), '', "n" from taken
       ), added as (
         insert into "Tally" ("campaignId", "cube", "key", "bucket", "n")
         select "campaignId", "cube", "key", "bucket", sum("n") from cells group by 1, 2, 3, 4
         on conflict ("campaignId", "cube", "key", "bucket") do update set "n" = "Tally"."n" + excluded."n"
       ), highest as (
         select c."campaignId", (select coalesce(max(s."number"), 0) from "Signature" s where s."campaignId" = c."campaignId") as "number"
         from (select distinct "campaignId" from taken where "n" > 0) c
       ), numbered as (
         update "Signature" s set "number" = n."number"
         from (
           select t."signatureId", h."number" + row_number() over (partition by t."campaignId" order by t."id") as "number"
           from taken t join highest h on h."campaignId" = t."campaignId"
           where t."n" > 0 and t."signatureId" is not null
         ) n
         where s."id" = n."signatureId" and s."number" is null
       )
       select count(*) as "n" from taken`,
      [],
      z.object({ n: count }),
    );
    await tx.sql(
      "fold-tick",
      `insert into "Fold" ("id", "at") values (1, $1) on conflict ("id") do update set "at" = greatest("Fold"."at", excluded."at")`,
      [by.now],
      none,
    );
    return folded?.n ?? 0;
  });
}
