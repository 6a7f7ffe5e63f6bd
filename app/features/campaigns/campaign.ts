import { z } from "zod";
import type { StoredPicture } from "#app/features/blobs/picture.ts";
import type { TargetRule } from "#app/features/campaigns/target-rule.ts";

export const campaignKinds = ["resolution", "sanctions", "letter", "petition"] as const;
export type CampaignKind = (typeof campaignKinds)[number];
export const campaignKind = z.enum(campaignKinds);

/** How a campaign can have ended: asked and got, asked in vain, goes on elsewhere, overtaken by time. */
export const outcomes = ["won", "lost", "moved", "lapsed"] as const;
export type Outcome = (typeof outcomes)[number];

export const stepStatuses = ["done", "now", "next"] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** A target as the page names it. */
export type Target = { rule: TargetRule; name: string; can: string };
export type Source = {
  position: number;
  title: string;
  publisher: string;
  /** ISO day. */
  publishedOn: string | null;
  url: string | null;
};

/** A picture that was put into a campaign. Its number is its own for ever. */
export type PictureFile = StoredPicture & { n: number };
/** The same with what the page says of it. */
export type Picture = PictureFile & { alt: string; credit: string };

/** A call to action, in one language, with all that its page says. */
export type Campaign = {
  id: string;
  matterId: string;
  slug: string;
  kind: CampaignKind;
  timeZone: string;
  opensAt: Date | null;
  closesAt: Date | null;
  publishedAt: Date | null;
  closedAt: Date | null;
  outcome: Outcome | null;
  /** What became of it, in a sentence. */
  outcomeNote: string | null;
  /** When an ask or a letter was last changed under readers' eyes. */
  changedAt: Date | null;
  /** The present address where somebody came by an earlier one; `slug` is then the earlier one. */
  movedTo: string | null;
  goal: number | null;
  isDemo: boolean;
  retentionDays: number;
  hasLetters: boolean;
  version: number;
  locale: string;
  title: string;
  summary: string;
  /** Who is addressed, in a few words. */
  audience: string;
  /** Markdown; `renderStory` makes the page's HTML of it. */
  story: string;
  askIntro: string;
  /** The bill or resolution that is asked for: an id of the directory. */
  measureId: string | null;
  /** "November 2023" where the page keeps to what was reported then. */
  reportedIn: string | null;
  /** Who can write to whom from abroad. */
  abroad: string;
  asks: { text: string; short: string }[];
  points: { text: string; sourcePosition: number }[];
  sources: Source[];
  steps: { status: StepStatus; title: string; detail: string }[];
  targets: Target[];
  /** What the story can show. */
  pictures: Picture[];
  /** What a shared link says instead of the summary. */
  shareText: string | null;
  /** The number of the picture that a shared link shows instead of a drawn one. */
  sharePicture: number | null;
};

/** Whether a campaign can stand under this address; nobody is asked for another one. */
export const mayBeSlug = (text: string): boolean => /^[a-z0-9-]{1,80}$/.test(text);

export type CampaignState = "unpublished" | "scheduled" | "open" | "closed";
export type CampaignInstants = Pick<Campaign, "opensAt" | "closesAt" | "publishedAt" | "closedAt">;

/**
 * What a campaign is at an instant. Derived, never stored: the stored instants decide, whatever the clocks on the wall
 * do in between. An instant belongs to what begins with it: at `closesAt` the campaign is closed.
 */
export function campaignState(campaign: CampaignInstants, now: Date): CampaignState {
  const past = (at: Date | null) => at !== null && at.getTime() <= now.getTime();
  if (!past(campaign.publishedAt)) return "unpublished";
  if (past(campaign.closedAt) || past(campaign.closesAt)) return "closed";
  if (campaign.opensAt !== null && !past(campaign.opensAt)) return "scheduled";
  return "open";
}

/** When it closed or will close: whichever comes first. */
export function endOf(campaign: CampaignInstants): Date | null {
  const { closedAt, closesAt } = campaign;
  if (closedAt && closesAt) return closedAt.getTime() < closesAt.getTime() ? closedAt : closesAt;
  return closedAt ?? closesAt;
}
