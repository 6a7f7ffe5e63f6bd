import { absolute } from "#app/lib/links.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import type { Share } from "#app/features/campaigns/share-step.tsx";
import { withSource } from "#app/features/campaigns/source.ts";
import { needsPostalCode } from "#app/features/campaigns/target-rule.ts";

/** What comes of those who were told by somebody who signed. */
export const sharedSource = "share";

/**
 * What is passed on of a campaign. Nothing in it is of whoever passes it on: `source` is the one that a reader came with,
 * or the same for everybody who signed.
 */
export function shareOf(
  campaign: Pick<Campaign, "slug" | "title" | "summary" | "shareText" | "hasLetters" | "targets">,
  source: string | null,
  locale: string,
): Share {
  return {
    url: absolute(withSource(pathsIn(locale).campaign(campaign.slug), source)),
    title: campaign.title,
    summary: campaign.shareText ?? campaign.summary,
    hasLetters: campaign.hasLetters,
    reachesOthers: needsPostalCode(campaign.targets.map(({ rule }) => rule)),
  };
}
