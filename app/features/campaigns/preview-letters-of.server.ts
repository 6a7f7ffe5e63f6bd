import { supportOf } from "#app/features/directory/measures-of.server.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import { stateCodeOf } from "#app/features/directory/us-places.ts";
import { backingOf, variantFor, variantSchema } from "#app/features/letters/audience.ts";
import type { Variant } from "#app/features/letters/audience.ts";
import type { ComposedLetter } from "#app/features/letters/compose-letter.ts";
import { composeLetter } from "#app/features/letters/compose-letter.ts";
import { sheetOf } from "#app/features/letters/sheet.ts";
import { sparedSentence } from "#app/features/letters/spared.ts";
import { checkTemplate } from "#app/features/letters/template.ts";
import type { By } from "#app/lib/by.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import type { Persona } from "#app/features/campaigns/persona.ts";
import type { PreviewLetter, PreviewLetters } from "#app/features/campaigns/preview-letter.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";
import type { CampaignRecipients } from "#app/features/campaigns/recipients-for.server.ts";
import { words } from "#app/features/campaigns/words.ts";

/** The letters of somebody who lives there, as they would be with this document; nothing of it is stored. */
export async function previewLetters(
  by: By,
  locale: string,
  document: CampaignDocument,
  persona: Persona,
): Promise<PreviewLetters> {
  const { composed, missing, spared, found } = await composeFor(by, locale, document, persona);
  const letters = composed.map(({ recipient, letter }): PreviewLetter => ({
    key: recipient.key,
    name: recipient.name,
    office: recipient.officeName,
    subject: letter.subject,
    asks: letter.askShort,
    way: letter.channel,
    paragraphs: sheetOf(letter.text),
  }));
  const why = spared.map(({ sentence }) => sentence);
  return { letters, missing, spared: why, status: found.representation.status, isSplit: found.chooseFrom.length > 0 };
}

/** The same, each with its recipient, for the steps after writing. */
export async function composeFor(
  by: By,
  locale: string,
  document: CampaignDocument,
  persona: Persona,
): Promise<{
  composed: { recipient: Recipient; letter: ComposedLetter }[];
  /** Recipients for whom nothing is written. */
  missing: string[];
  /** Why nothing is asked of somebody who has done it. */
  spared: { key: string; sentence: string }[];
  found: CampaignRecipients;
}> {
  const found = await recipientsFor(by, { targets: document.targets.targets }, persona);
  const { representation, chooseFrom } = found;
  const [house = null] = representation.houseDivisionIds;
  const writer = (recipient: Recipient) => ({
    ...sampleWriter(locale, persona, representation.stateDivisionId),
    // Whoever may choose among several is a constituent of the one they choose.
    houseDivisionId: chooseFrom.includes(recipient) ? recipient.divisionId : house,
    stateDivisionId: representation.stateDivisionId,
  });
  const variants = soundVariants(document);
  const recipients = document.letters.hasLetters ? [...chooseFrom, ...found.recipients] : [];
  const missing: string[] = [];
  const spared: { key: string; sentence: string }[] = [];
  const support = await supportOf(by, document.asks.measureId);
  const composed = recipients.flatMap((recipient) => {
    const template = variantFor(variants, recipient);
    if (!template) {
      missing.push(recipient.name);
      return [];
    }
    const backing = backingOf({ act: template.act, officialId: recipient.officialId }, support);
    if (backing && support) {
      spared.push({ key: recipient.key, sentence: sparedSentence(locale, { recipient, backing, support }) });
      return [];
    }
    const letter = composeLetter({
      template,
      body: document.letters.common,
      writer: writer(recipient),
      recipient,
      locale: document.locale,
      directoryAsOf: representation.asOf,
      measureId: document.asks.measureId,
      now: by.now,
    });
    return [{ recipient, letter }];
  });
  return { composed, missing, spared, found };
}

/** Words that can become a letter already. */
function soundVariants({ letters }: CampaignDocument): (Variant & { id: string })[] {
  return letters.variants.flatMap((given) => {
    const parsed = variantSchema.safeParse(given);
    if (!parsed.success || [parsed.data.subject, parsed.data.text].flatMap(checkTemplate).length > 0) return [];
    return [{ ...parsed.data, id: parsed.data.audience }];
  });
}

/** Nobody: the names are samples, the place is the persona's. */
export function sampleWriter(locale: string, { country, postalCode }: Persona, stateDivisionId: string | null) {
  const t = words(locale);
  return {
    givenName: t("preview.someone"),
    familyName: t("preview.someone.family"),
    email: "",
    country,
    postalCode,
    streetAddress: t("preview.street"),
    locality: t("preview.town"),
    region: country === "US" ? (stateCodeOf(stateDivisionId) ?? "") : "",
  };
}
