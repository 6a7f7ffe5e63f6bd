import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { seconds } from "#app/lib/time.ts";
import { variantSchema } from "./audience.ts";
import type { Variant } from "./audience.ts";

/** The campaign's words for letters: the body that everybody edits, and what each audience is asked. */
export type CampaignTemplates = { common: { id: string; text: string }; variants: (Variant & { id: string })[] };

export const commonAudience = "common";

const row = z.object({
  id: z.string(),
  audience: z.string(),
  act: z.string().nullable(),
  subject: z.string().nullable(),
  summary: z.string().nullable(),
  text: z.string(),
  retired: z.boolean(),
});

// Rows never change, so what is kept can only be a version too old, for as long as this.
const keepFor = seconds(2);
const keepAtMost = 500;
const kept = new Map<string, { at: number; templates: CampaignTemplates }>();

/** The newest words of a campaign, in the locale or else in English. Throws when the campaign has no letters. */
export async function templatesOf(by: By, campaignId: string, locale: string): Promise<CampaignTemplates> {
  const templates = await templatesIfAny(by, campaignId, locale);
  if (!templates) throw new Error(`campaign ${campaignId} has no letter templates`);
  return templates;
}

/** The same; null where nothing was written for letters. */
export async function templatesIfAny(by: By, campaignId: string, locale: string): Promise<CampaignTemplates | null> {
  const key = `${campaignId} ${locale}`;
  const known = kept.get(key);
  if (known && Math.abs(by.now.getTime() - known.at) < keepFor) return known.templates;
  const templates = (await readTemplates(campaignId, locale)) ?? (await readTemplates(campaignId, "en"));
  if (!templates) return null;
  if (kept.size >= keepAtMost) kept.clear();
  kept.set(key, { at: by.now.getTime(), templates });
  return templates;
}

async function readTemplates(campaignId: string, locale: string): Promise<CampaignTemplates | null> {
  const rows = await sql(
    "letters-templates-of",
    `select distinct on ("audience") "id", "audience", "act", "subject", "summary", "text",
       "retired"
     from "LetterTemplate" where "campaignId" = $1 and "locale" = $2
     order by "audience", "version" desc`,
    [campaignId, locale],
    row,
  );
  const common = rows.find((one) => one.audience === commonAudience);
  if (!common) return null;
  return {
    common: { id: common.id, text: common.text },
    variants: rows
      .filter((one) => one.audience !== commonAudience && !one.retired)
      .map((one) => ({ ...variantSchema.parse(one), id: one.id })),
  };
}
