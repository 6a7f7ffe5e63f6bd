import { absolute, hostOfSite } from "#app/lib/links.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { canDrawSharingImage } from "#app/features/campaigns/draw-sharing-image.server.ts";
import { sharingImageOf } from "#app/features/campaigns/sharing-image.ts";
import type { SharedImage } from "#app/features/campaigns/sharing-meta.ts";

/** The picture that stands beside a link to a campaign: one of its own, else its title, drawn; null where neither can be. */
export function sharedImageOf(campaign: Campaign, locale: string, brand: string | null): SharedImage | null {
  const own = campaign.pictures.find(({ n }) => n === campaign.sharePicture);
  if (own?.cardSha256) return { url: absolute(paths.picture(own.cardSha256)), type: "image/jpeg", alt: own.alt };
  const image = sharingImageOf(campaign, { host: hostOfSite(), locale, brand });
  if (!canDrawSharingImage(image)) return null;
  return { url: absolute(pathsIn(locale).card(campaign.slug)), type: "image/png", alt: campaign.title };
}
