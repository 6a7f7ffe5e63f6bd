import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { words } from "#app/features/campaigns/words.ts";

/** What every page of a demonstration says on top; undefined where nothing is a demonstration. */
export function demoNotice(locale: string, campaign: Pick<Campaign, "isDemo" | "reportedIn">): string | undefined {
  if (!campaign.isDemo) return undefined;
  const t = words(locale);
  return campaign.reportedIn ? t("demo.reported", { when: campaign.reportedIn }) : t("demo.counts");
}
