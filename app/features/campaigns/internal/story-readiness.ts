import { documentLimits, slugShape } from "#app/features/campaigns/campaign-document.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import { sourcesOf } from "#app/features/campaigns/campaign-from-document.ts";
import type { Found, ReadinessFacts } from "#app/features/campaigns/readiness.ts";
import { picturesIn } from "#app/features/campaigns/picture-line.ts";
import { unfilledIn } from "#app/features/campaigns/unfilled.ts";
import { isDay } from "#app/features/campaigns/wall-time.ts";

/** More than a shared link or a search result shows. */
const summaryShown = 160;

/** Title, address, summary, story and sources: every claim has a source, and nobody at risk is named without consent. */
export function storyReadiness(document: CampaignDocument, facts: ReadinessFacts): Found[] {
  const { story } = document;
  const fault = (code: string, field: string, values = {}): Found => ({ level: "fault", code, field, values });
  const found: Found[] = [];
  if (story.title.trim() === "") found.push(fault("title-empty", "title"));
  if (!slugShape.test(story.slug) || story.slug.length > documentLimits.slug) found.push(fault("slug-form", "slug"));
  else if (facts.slugTaken) found.push(fault("slug-taken", "slug"));
  if (story.summary.trim() === "") found.push(fault("summary-empty", "summary"));
  if (story.story.trim() === "") found.push(fault("story-empty", "story"));
  for (const field of ["title", "summary", "story", "shareText"] as const) {
    const place = unfilledIn(story[field]);
    if (place) found.push(fault("unfilled", field, { place }));
  }
  if (story.namesPerson && story.consent.trim() === "") found.push(fault("consent", "consent"));
  if (story.summary.length > summaryShown)
    found.push({ level: "advised", code: "summary-long", field: "summary", values: { most: summaryShown } });
  return [...found, ...pictureReadiness(document, facts), ...sourceReadiness(document)];
}

/** Every picture that is shown is there and says what it shows. */
function pictureReadiness({ story }: CampaignDocument, { pictureNumbers }: ReadinessFacts): Found[] {
  const { shown, inline } = picturesIn(story.story);
  const { sharePicture } = story;
  const known = story.pictures.map(({ n }) => n).filter((n) => pictureNumbers.includes(n));
  const found: Found[] = [];
  for (const n of new Set([...shown.map((one) => one.n), ...inline]))
    if (!known.includes(n)) found.push({ level: "fault", code: "picture-missing", field: "story", values: { n } });
  for (const n of new Set(inline))
    if (known.includes(n)) found.push({ level: "fault", code: "picture-inline", field: "story", values: { n } });
  for (const [index, { n, alt }] of story.pictures.entries()) {
    const field = `pictureAlt-${index + 1}`;
    const isSilent = shown.some((one) => one.n === n && one.alt === "") || sharePicture === n;
    if (isSilent && alt.trim() === "") found.push({ level: "fault", code: "picture-alt", field, values: { n } });
    if (![...shown.map((one) => one.n), ...inline, sharePicture].includes(n))
      found.push({ level: "advised", code: "picture-unused", field, values: { n } });
  }
  if (sharePicture !== 0 && !known.includes(sharePicture))
    found.push({ level: "fault", code: "share-picture", field: "sharePicture" });
  return found;
}

function sourceReadiness(document: CampaignDocument): Found[] {
  const sources = sourcesOf(document);
  const known = sources.map(({ position }) => position);
  const marks = sourceMarks(document.story.story);
  const used = new Set([...marks, ...document.asks.points.map(({ sourcePosition }) => sourcePosition)]);
  const found: Found[] = [];
  if (sources.length === 0) found.push({ level: "fault", code: "source-none", field: "source-1" });
  for (const n of new Set(marks))
    if (!known.includes(n)) found.push({ level: "fault", code: "source-missing", field: "story", values: { n } });
  for (const { position: n, title, publishedOn, url } of sources) {
    const field = `source-${n}`;
    if (title.trim() === "") found.push({ level: "fault", code: "source-title", field, values: { n } });
    else if (unfilledIn(title)) found.push({ level: "fault", code: "unfilled", field, values: { place: title } });
    if (publishedOn && !isDay(publishedOn)) found.push({ level: "fault", code: "source-day", field, values: { n } });
    if (url && !/^https?:\/\/[^/\s]+\.[^/\s]/.test(url))
      found.push({ level: "fault", code: "source-url", field, values: { n } });
    if (!used.has(n)) found.push({ level: "advised", code: "source-unused", field, values: { n } });
  }
  if (sources.length > 0 && marks.length === 0)
    found.push({ level: "advised", code: "story-unsourced", field: "story" });
  return found;
}

/** The numbers of the sources that a story points to, as it does. */
function sourceMarks(story: string): number[] {
  return [...story.matchAll(/\[\^(\d{1,2})\]/g)].map(([, n]) => Number(n));
}
