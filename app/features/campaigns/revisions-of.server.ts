import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";

const row = z.object({
  number: z.number(),
  part: z.string(),
  authorId: z.string(),
  at: instant,
  auto: z.boolean(),
  aside: z.boolean(),
});
export type ListedRevision = z.output<typeof row>;

/** Most that a page lists. */
const most = 200;

/** What was saved of a campaign, the newest first, without the words. */
export async function revisionsOf(_by: By, campaignId: string): Promise<ListedRevision[]> {
  return sql(
    "campaign-revisions",
    `select "number", "part", "authorId", "at", "auto", "aside" from "CampaignRevision"
     where "campaignId" = $1 order by "number" desc limit $2`,
    [campaignId, most],
    row,
  );
}
