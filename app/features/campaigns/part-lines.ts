import { measureNameFrom } from "#app/features/directory/measure.ts";
import { audienceName } from "#app/features/campaigns/audience-name.ts";
import type { CampaignDocument, DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { words } from "#app/features/campaigns/words.ts";

/** A part as lines that a person reads, for comparing two of them. What is empty is left out. */
export function partLines(locale: string, part: DocumentPart, document: CampaignDocument): string {
  const t = words(locale);
  const line = (label: string, value: string) => (value === "" ? [] : [`${label}: ${value}`]);
  const { story, asks, targets, letters, dates } = document;
  const wall = (at: { day: string; time: string } | null) => (at ? `${at.day} ${at.time}`.trim() : "");
  const lines: Record<DocumentPart, () => string[]> = {
    story: () => [
      ...line(t("edit.kind"), t(`kind.${story.kind}`)),
      ...line(t("edit.title"), story.title),
      ...line(t("edit.slug"), story.slug),
      ...line(t("edit.summary"), story.summary),
      "",
      story.story,
      "",
      ...line(t("edit.reportedIn"), story.reportedIn),
      ...(story.namesPerson ? [`${t("edit.namesPerson")}: ${story.consent}`] : line(t("edit.consent"), story.consent)),
      ...story.sources.map(
        (one, index) =>
          `${index + 1}. ${[one.title, one.publisher, one.publishedOn, one.url].filter(Boolean).join(", ")}`,
      ),
      ...story.pictures.map(
        ({ n, alt, credit }) => `${t("edit.picture", { n })}: ${[alt, credit].filter(Boolean).join(", ")}`,
      ),
      ...line(t("edit.shareText"), story.shareText),
      ...line(t("edit.sharePicture"), story.sharePicture === 0 ? "" : t("edit.picture", { n: story.sharePicture })),
    ],
    asks: () => [
      ...line(t("edit.askIntro"), asks.askIntro),
      ...line(t("edit.measure"), measureNameFrom(asks.measureId)),
      ...asks.asks.map(({ text, short }, index) => `${index + 1}. ${text} (${short})`),
      ...asks.points.map((one) => `– ${one.text} [${one.sourcePosition || t("edit.point.none")}]`),
      ...asks.steps.map((one) => `${t(`edit.step.status.${one.status}`)}: ${one.title}. ${one.detail}`),
    ],
    targets: () => [
      ...line(t("edit.audience"), targets.audience),
      ...targets.targets.map(({ name, can }) => `${name}: ${can}`),
      ...line(t("edit.abroad"), targets.abroad),
    ],
    letters: () => [
      ...(letters.hasLetters ? [t("edit.hasLetters")] : []),
      letters.common,
      ...letters.variants.flatMap(({ audience, act, subject, summary, text }) => [
        "",
        audienceName(locale, audience),
        ...line(t("edit.letter.act"), act === "" ? "" : t(`act.${act}` as "act.debate")),
        ...line(t("edit.letter.subject"), subject),
        ...line(t("edit.letter.summary"), summary),
        text,
      ]),
    ],
    dates: () => [
      ...line(t("edit.goal"), dates.goal === null ? "" : `${dates.goal}`),
      ...line(t("edit.zone"), dates.timeZone),
      ...line(t("edit.opens"), wall(dates.opens)),
      ...line(t("edit.closes"), wall(dates.closes)),
    ],
  };
  return lines[part]().join("\n").trim();
}
