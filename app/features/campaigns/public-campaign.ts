import type { Measure } from "#app/features/directory/measure.ts";
import type { Campaign, CampaignInstants, CampaignState } from "#app/features/campaigns/campaign.ts";
import type { PublicPlaces } from "#app/features/campaigns/public-figure.ts";

/** How a target is reached. */
export type Via = "my-representative" | "my-senators" | "email" | "handOver" | "count";

/** A measure with who stands behind it by the latest list. */
export type PublicMeasure = {
  measure: Measure;
  isLapsed: boolean;
  /** Null: nobody has given a list yet. */
  cosponsors: { n: number; /** ISO day. */ asOf: string } | null;
};

/** All that the campaign's page shows, and nothing of its visitor: the same for everybody, so that its bytes can be kept. */
export type PublicCampaign = Pick<
  Campaign,
  | "slug"
  | "kind"
  | "timeZone"
  | "goal"
  | "hasLetters"
  | "locale"
  | "title"
  | "summary"
  | "audience"
  | "askIntro"
  | "reportedIn"
  | "abroad"
  | "points"
  | "sources"
  | "steps"
  | "outcome"
  | "outcomeNote"
  | "changedAt"
> & {
  state: CampaignState;
  /** When it opened or will open. */
  opensAt: Date | null;
  /** When it closed or will close. */
  endsAt: Date | null;
  asks: string[];
  /** Sanitised HTML. */
  story: string;
  minutes: number;
  /** The bill or resolution that is asked for; null where there is none. */
  measure: PublicMeasure | null;
  targets: { name: string; can: string; via: Via }[];
  /** Whether the letters depend on where the signer lives. */
  needsPostalCode: boolean;
  /** Whether anybody may write more than one letter. */
  severalLetters: boolean;
  confirmed: number;
  countedAt: Date;
  places: PublicPlaces;
};

/** What a list shows of a campaign. */
export type CampaignCard = Pick<
  Campaign,
  "slug" | "kind" | "timeZone" | "goal" | "hasLetters" | "locale" | "title" | "summary" | "audience"
> & {
  state: CampaignState;
  endsAt: Date | null;
  confirmed: number;
};

/** When a campaign opened or will open. */
export function startOf(campaign: CampaignInstants): Date | null {
  return campaign.opensAt ?? campaign.publishedAt;
}
