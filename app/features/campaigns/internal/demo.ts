import type { CampaignDraft } from "#app/features/campaigns/add-campaign.server.ts";
import type { Variant } from "#app/features/letters/audience.ts";

/** A demonstration: a campaign and the words of its letters. Its instants are set when it is loaded. */
export type Demo = {
  campaign: Omit<CampaignDraft, "opensAt" | "closesAt" | "publishedAt" | "closedAt">;
  /** The body that everybody edits, and what is asked of each kind of reader. */
  letters: { common: string; variants: Variant[] };
};

/** What all demonstrations have in common. Every fact in them is of this month, and of the newsletter of this month. */
export const demoBase = {
  outcome: null,
  isDemo: true,
  retentionDays: 90,
  hasLetters: true,
  // The newsletter names no resolution by its number.
  measureId: null,
  locale: "en",
  reportedIn: "November 2023",
} as const;

/** Sources of a demonstration, numbered in their order; a title alone stands in the newsletter. */
export function sourcesOf(given: (string | { publisher: string; title: string })[]): CampaignDraft["sources"] {
  return given.map((source, index) => ({
    position: index + 1,
    ...(typeof source === "string" ? { publisher: "Weekly newsletter, November 2023", title: source } : source),
    publishedOn: null,
    url: null,
  }));
}
