import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";

/** Every campaign by its title, published or not, for those who say whose it is. */
export function campaignTitles(_by: By, locale = "en"): Promise<{ id: string; title: string }[]> {
  return sql(
    "campaign-titles",
    `select c."id", coalesce(t."title", c."slug") as "title" from "Campaign" c
     left join "CampaignText" t on t."campaignId" = c."id" and t."locale" = $1 order by 2, 1`,
    [locale],
    z.object({ id: z.string(), title: z.string() }),
  );
}
