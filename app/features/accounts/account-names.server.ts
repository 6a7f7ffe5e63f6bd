import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";

/** The names of accounts by their ids, for "saved by"; those who were removed keep theirs. */
export async function accountNames(_by: By, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql(
    "account-names",
    `select "id", "name" from "User" where "id" = any ($1)`,
    [[...new Set(ids)]],
    z.object({ id: z.string(), name: z.string() }),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

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
