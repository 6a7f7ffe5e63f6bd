import type { By } from "#app/lib/by.ts";
import { isLapsed } from "#app/features/directory/measure.ts";
import { supportOf } from "#app/features/directory/measures-of.server.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import { officesByIds } from "#app/features/directory/recipients-of.server.ts";
import type { MeasureSupport } from "#app/features/directory/support.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { campaignState, endOf } from "#app/features/campaigns/campaign.ts";
import { publicPlaces } from "#app/features/campaigns/public-figure.ts";
import type { PublicCampaign, PublicMeasure, Via } from "#app/features/campaigns/public-campaign.ts";
import { startOf } from "#app/features/campaigns/public-campaign.ts";
import { minutesToRead, renderStory } from "#app/features/campaigns/render-story.server.ts";
import type { TargetRule } from "#app/features/campaigns/target-rule.ts";
import { needsPostalCode } from "#app/features/campaigns/target-rule.ts";
import { words } from "#app/features/campaigns/words.ts";

export type Figures = {
  confirmed: number;
  asOf: Date;
  places: { stateDivisionId: string | null; n: number }[];
};

/** A campaign as its page shows it, with the figures that the page's loader brings. */
export async function publicCampaignOf(by: By, campaign: Campaign, figures: Figures): Promise<PublicCampaign> {
  const rules = campaign.targets.map((target) => target.rule);
  const officeIds = rules.flatMap((rule) => (rule.kind === "offices" ? rule.officeIds : []));
  const offices = officeIds.length > 0 ? await officesByIds(by, officeIds) : [];
  const t = words(campaign.locale);
  return {
    slug: campaign.slug,
    kind: campaign.kind,
    timeZone: campaign.timeZone,
    goal: campaign.goal,
    hasLetters: campaign.hasLetters,
    locale: campaign.locale,
    title: campaign.title,
    summary: campaign.summary,
    audience: campaign.audience,
    askIntro: campaign.askIntro,
    reportedIn: campaign.reportedIn,
    abroad: campaign.abroad,
    points: campaign.points,
    sources: campaign.sources,
    steps: campaign.steps,
    outcome: campaign.outcome,
    outcomeNote: campaign.outcomeNote,
    changedAt: campaign.changedAt,
    state: campaignState(campaign, by.now),
    opensAt: startOf(campaign),
    endsAt: endOf(campaign),
    asks: campaign.asks.map((ask) => ask.text),
    story: renderStory(campaign.story, { source: (n) => t("page.source", { n }) }, campaign.pictures),
    minutes: minutesToRead(campaign.story),
    measure: publicMeasure(await supportOf(by, campaign.measureId), by.now),
    targets: campaign.targets.map(({ rule, name, can }) => ({ name, can, via: viaOf(rule, offices) })),
    needsPostalCode: needsPostalCode(rules),
    severalLetters: needsPostalCode(rules) || officeIds.length > 1,
    confirmed: figures.confirmed,
    countedAt: figures.asOf,
    places: publicPlaces(figures.places),
  };
}

function publicMeasure(support: MeasureSupport | null, now: Date): PublicMeasure | null {
  if (!support) return null;
  const { measure, asOf, cosponsors: n } = support;
  return {
    measure,
    isLapsed: isLapsed(measure, now),
    cosponsors: asOf === null ? null : { n, asOf },
  };
}

function viaOf(rule: TargetRule, offices: Recipient[]): Via {
  if (rule.kind !== "offices") return rule.kind;
  const meant = offices.filter((office) => rule.officeIds.includes(office.officeId));
  if (meant.every((office) => office.disclosure !== "letter")) return "count";
  const byMail = meant.every((office) => office.contacts.some((contact) => contact.channel === "email"));
  return byMail ? "email" : "handOver";
}
