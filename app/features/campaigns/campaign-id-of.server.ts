import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { mayBeSlug } from "#app/features/campaigns/campaign.ts";

/** The id of the campaign of a slug, published or not, for those who may work on it; null where there is none. */
export async function campaignIdOf(_by: By, slug: string): Promise<string | null> {
  if (!mayBeSlug(slug)) return null;
  const [found] = await sql(
    "campaign-id-of",
    `select "id" from "Campaign" where "slug" = $1`,
    [slug],
    z.object({ id: z.string() }),
  );
  return found?.id ?? null;
}
