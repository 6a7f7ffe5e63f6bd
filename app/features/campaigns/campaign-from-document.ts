import type { CampaignTemplates } from "#app/features/letters/templates-of.server.ts";
import type { Campaign, PictureFile, Source } from "#app/features/campaigns/campaign.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import {
  endInstantOf,
  endWallTimeOf,
  instantOf,
  isDay,
  isTimeZone,
  wallTimeOf,
} from "#app/features/campaigns/wall-time.ts";
import type { Meant, WallTime } from "#app/features/campaigns/wall-time.ts";

/** What a campaign is beside what is written of it. */
export type StoredCampaign = Pick<
  Campaign,
  | "id"
  | "matterId"
  | "slug"
  | "publishedAt"
  | "closedAt"
  | "outcome"
  | "outcomeNote"
  | "changedAt"
  | "asksVersion"
  | "isDemo"
  | "retentionDays"
  | "version"
> & {
  /** Every picture that was ever put in. */
  files: PictureFile[];
};

/** A campaign as its page would show it with this document. Dates that mean nothing count as absent. */
export function campaignFrom(document: CampaignDocument, { files, ...stored }: StoredCampaign): Campaign {
  const { story, asks, targets, letters, dates, locale } = document;
  return {
    ...stored,
    movedTo: null,
    locale,
    kind: story.kind,
    ...instantsOf(dates),
    goal: dates.goal,
    hasLetters: letters.hasLetters,
    title: story.title,
    summary: story.summary,
    story: story.story,
    reportedIn: story.reportedIn === "" ? null : story.reportedIn,
    audience: targets.audience,
    abroad: targets.abroad,
    targets: targets.targets,
    askIntro: asks.askIntro,
    measureId: asks.measureId === "" ? null : asks.measureId,
    asks: asks.asks,
    points: asks.points,
    steps: asks.steps,
    sources: sourcesOf(document).map((source) => ({
      ...source,
      publishedOn: isDay(source.publishedOn ?? "") ? source.publishedOn : null,
    })),
    pictures: story.pictures.flatMap((shown) => {
      const file = files.find(({ n }) => n === shown.n);
      return file ? [{ ...file, ...shown }] : [];
    }),
    shareText: story.shareText === "" ? null : story.shareText,
    sharePicture: story.sharePicture === 0 ? null : story.sharePicture,
  };
}

/** The sources that say something; each keeps its number. */
export function sourcesOf({ story }: Pick<CampaignDocument, "story">): Source[] {
  return story.sources.flatMap(({ title, publisher, publishedOn, url }, index) =>
    title === "" && publisher === "" && url === ""
      ? []
      : [{ position: index + 1, title, publisher, publishedOn: publishedOn || null, url: url || null }],
  );
}

/** The document that a stored campaign was published from, as far as its tables tell: for what was never edited here. */
export function documentFrom(campaign: Campaign, templates: CampaignTemplates | null): CampaignDocument {
  const { timeZone, opensAt, closesAt, locale } = campaign;
  const last = Math.max(0, ...campaign.sources.map(({ position }) => position));
  return {
    locale,
    story: {
      kind: campaign.kind,
      title: campaign.title,
      slug: campaign.slug,
      summary: campaign.summary,
      story: campaign.story,
      reportedIn: campaign.reportedIn ?? "",
      namesPerson: false,
      consent: "",
      sources: Array.from({ length: last }, (_, index) => {
        const source = campaign.sources.find(({ position }) => position === index + 1);
        return {
          title: source?.title ?? "",
          publisher: source?.publisher ?? "",
          publishedOn: source?.publishedOn ?? "",
          url: source?.url ?? "",
        };
      }),
      pictures: campaign.pictures.map(({ n, alt, credit }) => ({ n, alt, credit })),
      shareText: campaign.shareText ?? "",
      sharePicture: campaign.sharePicture ?? 0,
    },
    asks: {
      askIntro: campaign.askIntro,
      measureId: campaign.measureId ?? "",
      asks: campaign.asks,
      points: campaign.points,
      steps: campaign.steps,
    },
    targets: { audience: campaign.audience, targets: campaign.targets, abroad: campaign.abroad },
    letters: {
      hasLetters: campaign.hasLetters,
      common: templates?.common.text ?? "",
      variants: (templates?.variants ?? []).map(({ audience, act, subject, summary, text }) => ({
        audience,
        act,
        subject,
        summary,
        text,
      })),
    },
    dates: {
      goal: campaign.goal,
      timeZone,
      opens: opensAt && wallTimeOf(opensAt, timeZone),
      closes: closesAt && endWallTimeOf(closesAt, timeZone),
    },
  };
}

/** When a document would have its campaign open and close; dates that mean nothing count as absent. */
export function instantsOf(dates: CampaignDocument["dates"]): Pick<Campaign, "timeZone" | "opensAt" | "closesAt"> {
  const timeZone = isTimeZone(dates.timeZone) ? dates.timeZone : "UTC";
  return {
    timeZone,
    opensAt: meantOf(dates.opens, (wall) => instantOf(wall, timeZone)),
    closesAt: meantOf(dates.closes, (wall) => endInstantOf(wall, timeZone)),
  };
}

function meantOf(wall: WallTime | null, meaning: (wall: WallTime) => Meant): Date | null {
  const meant = wall && meaning(wall);
  return meant && typeof meant === "object" ? meant.at : null;
}
