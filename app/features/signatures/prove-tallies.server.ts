import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { none, sql } from "#app/lib/db.server.ts";
import { log } from "#app/lib/log.server.ts";
import { days, earlier } from "#app/lib/time.ts";
import { openCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { changedCells, confirmedCells, dayOf } from "./internal/cells.ts";

const every = days(1);

/**
 * Once a day, and with the first worker that knows a new cube: counts every open campaign from its signatures, in each
 * direction, and puts right what the tallies say otherwise. They can differ for one reason: two versions of the program ran
 * at once, and the older one did not know a cube (fault 54). One statement sees signatures, what is not folded yet and
 * tallies at the same instant, and only adds: folding goes on beside it. What closed is left: erased rows prove nothing.
 * Answers how many cells it put right; null when it was not due.
 */
export async function proveTallies(by: By, signal?: AbortSignal): Promise<number | null> {
  const due = await sql(
    "tallies-proof-due",
    `update "Fold" set "provedAt" = $1 where "id" = 1 and ("provedAt" is null or "provedAt" <= $2) returning "id"`,
    [by.now, earlier(by.now, every)],
    none,
  );
  if (due.length === 0) return null;
  let mended = 0;
  for (const { id } of await openCampaigns(by)) {
    if (signal?.aborted) break;
    const cells = await sql("tallies-prove", proof, [id], z.object({ cube: z.string() }));
    if (cells.length > 0) log("warn", "tallies-mended", { job: `prove-tallies ${id}`, n: cells.length });
    mended += cells.length;
  }
  return mended;
}

const ofSignature = {
  at: `s."confirmedAt"`,
  state: `s."stateDivisionId"`,
  house: `s."houseDivisionId"`,
  country: `s."country"`,
  source: `s."source"`,
};

const proof = `with waiting as (
   select * from "TallyDelta" where "campaignId" = $1
 ), counted as (
   select c."cube", c."key", c."bucket", 1 as "n"
   from "Signature" s cross join lateral (values ${confirmedCells(ofSignature)}) as c("cube", "key", "bucket")
   where s."campaignId" = $1 and s."state" = 'confirmed'
   union all
   select 'signed', '', ${dayOf(`s."signedAt"`)}, 1 from "Signature" s where s."campaignId" = $1
   union all
   select 'withdrawn', '', ${dayOf(`s."withdrawnAt"`)}, 1 from "Signature" s
   where s."campaignId" = $1 and s."state" = 'withdrawn'
   union all
   select "cube", "key", "bucket", -"n" from (${changedCells("waiting")}) unfolded
   union all
   select "cube", "key", "bucket", -"n" from "Tally" where "campaignId" = $1 and "cube" <> 'minute'
 ), missing as (
   select "cube", "key", "bucket", sum("n")::int as "n" from counted group by 1, 2, 3 having sum("n") <> 0
 ), added as (
   insert into "Tally" ("campaignId", "cube", "key", "bucket", "n")
   select $1, "cube", "key", "bucket", "n" from missing order by 2, 3, 4
   on conflict ("campaignId", "cube", "key", "bucket") do update set "n" = "Tally"."n" + excluded."n"
 )
 select "cube" from missing`;
