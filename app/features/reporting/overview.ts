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
  | { what: "queue-old"; since: Date; campaignIds: string[] }
  | { what: "unknown-sent" | "held" | "failed" | "changed"; n: number; campaignIds: string[] }
);

/** The worker folds twice a second; so much later it stands still. */
const foldIsLate = minutes(2);
const queueIsOld = minutes(15);

const perLetter = [
  { level: "act", what: "unknown-sent" },
  { level: "act", what: "held" },
  { level: "look", what: "failed" },
  { level: "look", what: "changed" },
] as const;

/** What needs somebody, the most urgent first; one line a matter, however many campaigns it is about. */
export function alertsOf({ countedAt, campaigns }: Overview, now: Date): Alert[] {
  const isPast = (at: Date, ms: number) => now.getTime() - at.getTime() > ms;
  const alerts: Alert[] = [];
  if (isPast(countedAt, foldIsLate)) alerts.push({ level: "act", what: "counting-stopped", since: countedAt });
  const late = campaigns.filter(({ queuedSince }) => queuedSince !== null && isPast(queuedSince, queueIsOld));
  const since = oldestOf(late);
  if (since) alerts.push({ level: "act", what: "queue-old", since, campaignIds: idsOf(late) });
  for (const { level, what } of perLetter) {
    const concerned = campaigns.filter(({ letters }) => letters[what] > 0);
    const n = concerned.reduce((sum, { letters }) => sum + letters[what], 0);
    if (n > 0) alerts.push({ level, what, n, campaignIds: idsOf(concerned) });
  }
  return alerts;
}

const idsOf = (campaigns: readonly CampaignOverview[]) => campaigns.map(({ campaignId }) => campaignId);
