import { cardSize } from "#app/features/blobs/picture.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { kickerOf } from "#app/features/campaigns/kicker.ts";
import { needsPostalCode } from "#app/features/campaigns/target-rule.ts";
import { words } from "#app/features/campaigns/words.ts";

/** What a picture of a campaign says: nothing that ages while it lies in somebody's cache, so no count. */
export type SharingImage = {
  /** The word mark. */
  brand: string;
  /** "Resolution · Congress, State Department" */
  kicker: string;
  title: string;
  /** What a reader can do. */
  invitation: string;
  host: string;
};

/** What networks ask for, and what every page that names the picture says of it. */
export const sharingImageSize = { width: cardSize.width, height: cardSize.height } as const;

export function sharingImageOf(
  campaign: Pick<Campaign, "kind" | "audience" | "title" | "hasLetters" | "targets">,
  { host, locale, brand }: { host: string; locale: string; brand: string | null },
): SharingImage {
  const t = words(locale);
  const ownOnes = needsPostalCode(campaign.targets.map(({ rule }) => rule));
  return {
    brand: brand ?? t("image.brand"),
    kicker: kickerOf(locale, campaign),
    title: campaign.title,
    invitation: t(campaign.hasLetters ? (ownOnes ? "image.representatives" : "image.offices") : "image.sign"),
    host,
  };
}
