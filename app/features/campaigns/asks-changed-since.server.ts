import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";

/**
 * What was asked and what is asked now, since when, for somebody who signed to `version` of the asks; null where the
 * same is asked. Null as a version is that of a signature from before they were kept: the first.
 */
export async function asksChangedSince(
  _by: By,
  { id, asksVersion }: Pick<Campaign, "id" | "asksVersion">,
  version: number | null,
): Promise<{ then: string[]; now: string[]; at: Date } | null> {
  if ((version ?? 1) === asksVersion) return null;
  const rows = await sql(
    "published-asks-then-and-now",
    `select "number", "asks", "at" from "PublishedAsks" where "campaignId" = $1 and "number" = any($2::int[])`,
    [id, [version ?? 1, asksVersion]],
    z.object({ number: z.number(), asks: z.array(z.string()), at: instant }),
  );
  const then = rows.find(({ number }) => number !== asksVersion);
  const now = rows.find(({ number }) => number === asksVersion);
  // An ask that was changed and changed back is the same.
  if (!then || !now || JSON.stringify(then.asks) === JSON.stringify(now.asks)) return null;
  return { then: then.asks, now: now.asks, at: now.at };
}
