import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { days, earlier, later } from "#app/lib/time.ts";
import { addTemplates } from "#app/features/letters/add-templates.server.ts";
import { addCampaign } from "#app/features/campaigns/add-campaign.server.ts";
import { forgetCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { bp } from "#app/features/campaigns/internal/demo-bp.ts";
import { detained } from "#app/features/campaigns/internal/demo-detained.ts";
import { prisoners } from "#app/features/campaigns/internal/demo-prisoners.ts";
import { rightOfReturn } from "#app/features/campaigns/internal/demo-return.ts";
import { sanctions } from "#app/features/campaigns/internal/demo-sanctions.ts";
import { section907 } from "#app/features/campaigns/internal/demo-section-907.ts";
import { endOfLocalDay } from "#app/features/campaigns/local-day.ts";

/** The demonstrations that a new installation starts with, in the order of its home page. */
export const demos = [detained, section907, prisoners, sanctions, rightOfReturn, bp];

/**
 * Loads the demonstrations, open from now for ninety days, without a signature. Loading them again changes nothing, and
 * only an empty database gets them: who took one away, or began when there were fewer, keeps what is there.
 */
export async function loadDemo(by: By): Promise<void> {
  await transaction(async (tx) => {
    for (const [position, { campaign, letters }] of demos.entries()) {
      const closesAt = endOfLocalDay(later(by.now, days(90)), campaign.timeZone);
      const id = await addCampaign(tx, by, {
        ...campaign,
        // Lists show the newest first: a millisecond apart, they keep this order.
        opensAt: earlier(by.now, position),
        publishedAt: by.now,
        closedAt: null,
        closesAt,
      });
      if (id !== null) await addTemplates(tx, by, { campaignId: id, locale: campaign.locale, ...letters });
    }
  });
  forgetCampaigns();
}
