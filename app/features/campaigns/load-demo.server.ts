import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { days, later } from "#app/lib/time.ts";
import { addTemplates } from "#app/features/letters/add-templates.server.ts";
import { addCampaign } from "#app/features/campaigns/add-campaign.server.ts";
import { forgetCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { detained } from "#app/features/campaigns/internal/demo-detained.ts";
import { rightOfReturn } from "#app/features/campaigns/internal/demo-return.ts";
import { endOfLocalDay } from "#app/features/campaigns/local-day.ts";

/** The demonstrations that a new installation starts with, the one on top last. */
export const demos = [rightOfReturn, detained];

/** Loads the demonstrations, open from now for ninety days, without a signature. Loading them again changes nothing. */
export async function loadDemo(by: By): Promise<void> {
  await transaction(async (tx) => {
    for (const { campaign, letters } of demos) {
      const closesAt = endOfLocalDay(later(by.now, days(90)), campaign.timeZone);
      const id = await addCampaign(tx, by, {
        ...campaign,
        opensAt: by.now,
        publishedAt: by.now,
        closedAt: null,
        closesAt,
      });
      if (id !== null) await addTemplates(tx, by, { campaignId: id, locale: campaign.locale, ...letters });
    }
  });
  forgetCampaigns();
}
