import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, transaction } from "#app/lib/db.server.ts";
import { locks } from "#app/lib/locks.ts";
import { takeTurn } from "#app/lib/take-turn.server.ts";

const atMost = 10_000;

/**
 * Adds up where letters came to stand since the last time, once; only one at a time. Like signatures it takes the rows
 * that it sees and deletes them (fault 49). "*" is every office together. Answers how many it folded, null when another folder was at work.
 */
export async function foldLetterTallies(_by: By): Promise<number | null> {
  return transaction(async (tx) => {
    if (!(await takeTurn(tx, locks.foldLetters))) return null;
    const [folded] = await tx.sql("letter-tallies-fold", fold, [atMost], z.object({ n: count }));
    return folded?.n ?? 0;
  });
}

const fold = `with gone as (
   delete from "LetterDelta" where "id" in (select "id" from "LetterDelta" order by "id" limit $1)
   returning "campaignId", "officeId", "status", "n"
 ), cells as (
   select gone."campaignId", told."officeId", gone."status", sum(gone."n")::int as "n"
   from gone cross join lateral (values (gone."officeId"), ('*')) as told("officeId")
   group by 1, 2, 3 having sum(gone."n") <> 0
 ), added as (
   insert into "LetterTally" ("campaignId", "officeId", "status", "n")
   select "campaignId", "officeId", "status", "n" from cells order by 1, 2, 3
   on conflict ("campaignId", "officeId", "status") do update set "n" = "LetterTally"."n" + excluded."n"
 )
 select count(*) as "n" from gone`;
