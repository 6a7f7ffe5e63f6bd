import { z } from "zod";
import { instant, sql } from "#app/lib/db.server.ts";

/** How many confirmed a campaign, and when that was counted last: an old instant says that counting stands still. */
export async function countOf(campaignId: string): Promise<{ confirmed: number; asOf: Date }> {
  const [found] = await sql(
    "tallies-count-of",
    `select coalesce((select "n" from "Tally" where "campaignId" = $1 and "cube" = 'total' and "key" = ''
         and "bucket" = ''), 0) as "confirmed",
       (select "at" from "Fold" where "id" = 1) as "asOf"`,
    [campaignId],
    z.object({ confirmed: z.number(), asOf: instant }),
  );
  if (!found) throw new Error("a select of two scalars has one row");
  return found;
}

/** How many confirmed by state, most first; null: abroad or not known. */
export async function placesOf(campaignId: string): Promise<{ stateDivisionId: string | null; n: number }[]> {
  return sql(
    "tallies-places-of",
    `select nullif("key", '') as "stateDivisionId", "n" from "Tally"
     where "campaignId" = $1 and "cube" = 'place' and "n" > 0 order by "n" desc, "key"`,
    [campaignId],
    z.object({ stateDivisionId: z.string().nullable(), n: z.number() }),
  );
}
