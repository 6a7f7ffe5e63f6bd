import { z } from "zod";
import { count, instant, sql } from "#app/lib/db.server.ts";

/** Confirmed signatures of a campaign, and the instant of the fold that counted them. */
export async function countOf(campaignId: string): Promise<{ confirmed: number; asOf: Date }> {
  const [found] = await sql(
    "signatures-count",
    `select coalesce((select "n" from "Tally" where "campaignId" = $1 and "cube" = 'total' and "key" = '' and "bucket" = ''), 0) as "confirmed",
       coalesce((select "at" from "Fold" where "id" = 1), 'epoch'::timestamptz) as "asOf"`,
    [campaignId],
    z.object({ confirmed: count, asOf: instant }),
  );
  return found ?? { confirmed: 0, asOf: new Date(0) };
}

/** Confirmed signatures by state; null is everywhere else. Not for the public as they are: see `publicPlaces`. */
export function placesOf(campaignId: string): Promise<{ stateDivisionId: string | null; n: number }[]> {
  return sql(
    "signatures-places",
    `select nullif("key", '') as "stateDivisionId", "n" from "Tally"
     where "campaignId" = $1 and "cube" = 'place' and "bucket" = '' and "n" > 0 order by "n" desc, "key"`,
    [campaignId],
    z.object({ stateDivisionId: z.string().nullable(), n: count }),
  );
}
