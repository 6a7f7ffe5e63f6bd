import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";

/** The campaigns that are demonstrations; none where the demonstration was not loaded. */
export async function demoCampaignIds(_by: By): Promise<string[]> {
  const rows = await sql(
    "demo-campaigns",
    `select "id" from "Campaign" where "isDemo"`,
    [],
    z.object({ id: z.string() }),
  );
  return rows.map(({ id }) => id);
}
