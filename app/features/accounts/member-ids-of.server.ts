import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";

/** The ids of those who work on a campaign. */
export async function memberIdsOf(_by: By, campaignId: string): Promise<string[]> {
  const rows = await sql(
    "campaign-member-ids",
    `select "userId" as "id" from "CampaignMember" where "campaignId" = $1 order by "since"`,
    [campaignId],
    z.object({ id: z.string() }),
  );
  return rows.map(({ id }) => id);
}
