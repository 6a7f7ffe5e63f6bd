import { minutes } from "#app/lib/time.ts";
import { letterFates } from "./letter-fate.ts";
import type { LetterCounts } from "./letter-fate.ts";

/** So many days a spark line shows. */
export const sparkDays = 14;

/** How many signed a campaign, by what is known of it. */
export interface SignatureCounts {
  counted: number;
  /** Counted constituents: their district is known. */
  known: number;
  unknown: number;
  abroad: number;
  today: number;
  yesterday: number;
  lastHour: number;
  signed: number;
  withdrawn: number;
}

export interface CampaignOverview extends SignatureCounts {
  campaignId: string;
  spark: number[];
  letters: LetterCounts;
  /** Since when the letter waits that is due longest; null where none is due. */
  queuedSince: Date | null;
}

export interface Overview {
  countedAt: Date;
  campaigns: CampaignOverview[];
}

/** What a list of figures says of the campaign itself. */
export interface NamedCampaign {
  slug: string;
  title: string;
  goal: number | null;
}

/** The figures with the names of their campaigns, which another feature knows. */
export function named<C extends NamedCampaign & { id: string }>(
  campaigns: readonly CampaignOverview[],
  known: readonly C[],
): (CampaignOverview & NamedCampaign)[] {
  const byId = new Map(known.map((campaign) => [campaign.id, campaign]));
  return campaigns.flatMap((figures) => {
    const campaign = byId.get(figures.campaignId);
    return campaign ? [{ ...figures, slug: campaign.slug, title: campaign.title, goal: campaign.goal }] : [];
  });
}

/** All campaigns together. */
export function summed(campaigns: readonly CampaignOverview[]): SignatureCounts & { letters: LetterCounts } {
  const sum = (one: (campaign: CampaignOverview) => number) => campaigns.reduce((n, campaign) => n + one(campaign), 0);
  return {
    counted: sum(({ counted }) => counted),
    known: sum(({ known }) => known),
    unknown: sum(({ unknown }) => unknown),
    abroad: sum(({ abroad }) => abroad),
    today: sum(({ today }) => today),
    yesterday: sum(({ yesterday }) => yesterday),
    lastHour: sum(({ lastHour }) => lastHour),
    signed: sum(({ signed }) => signed),
    withdrawn: sum(({ withdrawn }) => withdrawn),
    letters: Object.fromEntries(letterFates.map((fate) => [fate, sum(({ letters }) => letters[fate])])) as LetterCounts,
  };
}

/** Since when the letter waits, of all campaigns, that is due longest. */
export function oldestOf(campaigns: readonly CampaignOverview[]): Date | null {
  const all = campaigns.flatMap(({ queuedSince }) => queuedSince ?? []);
  return all.length === 0 ? null : new Date(Math.min(...all.map((at) => at.getTime())));
}

/** "act": somebody has to decide, or nothing goes on. "look": it goes on, and somebody should know. */
export type Alert = { level: "act" | "look" } & (
  | { what: "counting-stopped"; since: Date }
  | { what: "unknown-sent" | "held" | "failed" | "changed"; campaignId: string; n: number }
  | { what: "queue-old"; campaignId: string; since: Date }
);

/** The worker folds twice a second; so much later it stands still. */
const foldIsLate = minutes(2);
const queueIsOld = minutes(15);

/** What needs somebody, the most urgent first. */
export function alertsOf({ countedAt, campaigns }: Overview, now: Date): Alert[] {
  const since = (at: Date) => now.getTime() - at.getTime();
  const alerts: Alert[] =
    since(countedAt) > foldIsLate ? [{ level: "act", what: "counting-stopped", since: countedAt }] : [];
  for (const { campaignId, letters, queuedSince } of campaigns) {
    if (letters["unknown-sent"] > 0)
      alerts.push({ level: "act", what: "unknown-sent", campaignId, n: letters["unknown-sent"] });
    if (letters.held > 0) alerts.push({ level: "act", what: "held", campaignId, n: letters.held });
    if (queuedSince && since(queuedSince) > queueIsOld)
      alerts.push({ level: "act", what: "queue-old", campaignId, since: queuedSince });
    if (letters.failed > 0) alerts.push({ level: "look", what: "failed", campaignId, n: letters.failed });
    if (letters.changed > 0) alerts.push({ level: "look", what: "changed", campaignId, n: letters.changed });
  }
  return alerts.toSorted((a, b) => Number(a.level === "look") - Number(b.level === "look"));
}
