import { measureText } from "#app/features/directory/measure-text.ts";
import { measureNameFrom } from "#app/features/directory/measure.ts";
import { allMeasures } from "#app/features/directory/measures-of.server.ts";
import { reachableNow } from "#app/features/directory/reachable-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { hostOfSite } from "#app/lib/links.server.ts";
import { paths } from "#app/lib/paths.ts";
import type { DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { documentLimits } from "#app/features/campaigns/campaign-document.ts";
import type { StoryPicture } from "#app/features/campaigns/render-story.server.ts";
import { campaignFrom, sourcesOf } from "#app/features/campaigns/campaign-from-document.ts";
import type { EditorPage } from "#app/features/campaigns/edit-frame-of.server.ts";
import { valuesOf } from "#app/features/campaigns/part-form.ts";
import { partDigest } from "#app/features/campaigns/part-digest.server.ts";
import { lettersShown, targetsShown, withReaders } from "#app/features/campaigns/part-shown.ts";
import { renderStory } from "#app/features/campaigns/render-story.server.ts";
import { words } from "#app/features/campaigns/words.ts";

/** What the page of one part shows; of what only one of them needs, the others have nothing. */
export async function partPage(by: By, part: DocumentPart, { edited, items }: EditorPage, locale: string) {
  const { document, revision, standing } = edited;
  const reachable = await reachableNow(by);
  const whole = part === "letters" ? withReaders(document, reachable) : document;
  return {
    part,
    values: valuesOf(part, whole),
    read: { digest: partDigest(document, part), revision: revision?.number ?? 0 },
    items,
    preview:
      part === "story" ? storyPreview(locale, document.story.story, campaignFrom(document, standing).pictures) : "",
    pictures: part === "story" ? standing.files : [],
    addressStart: `${hostOfSite()}${paths.campaign("")}`,
    sources: part === "asks" ? sourcesOf(document).map(({ position, title }) => ({ position, title })) : [],
    measures: part === "asks" ? await measureOptions(by, locale, document.asks.measureId) : [],
    targets: part === "targets" ? targetsShown(locale, document, reachable) : null,
    letters: part === "letters" ? lettersShown(locale, whole, reachable, items) : null,
    timeZones: part === "dates" ? zones(document.dates.timeZone) : [],
  };
}

/** The measures that can be named; the one that is named stands there also where nobody has noted it down. */
async function measureOptions(by: By, locale: string, named: string) {
  const t = words(locale);
  const options = (await allMeasures(by)).map((measure) => ({
    value: measure.id,
    label: t("edit.measure.option", measureText(locale, measure)).slice(0, 120),
  }));
  const isThere = named === "" || options.some(({ value }) => value === named);
  return isThere ? options : [...options, { value: named, label: measureNameFrom(named) }];
}

/** The story as readers would see it; too long a one is cut, the form says that it is. */
export function storyPreview(locale: string, story: string, pictures: StoryPicture[]): string {
  const t = words(locale);
  return renderStory(story.slice(0, documentLimits.story), { source: (n) => t("page.source", { n }) }, pictures);
}

/** Every zone that clocks are known of; the chosen one first, for it may be none of them. */
function zones(chosen: string): string[] {
  return [...new Set([chosen, "UTC", ...Intl.supportedValuesOf("timeZone")])];
}
