import { supportOf } from "#app/features/directory/measures-of.server.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import { stateCodeOf } from "#app/features/directory/us-places.ts";
import { backingOf, variantFor, variantSchema } from "#app/features/letters/audience.ts";
import type { Variant } from "#app/features/letters/audience.ts";
import { composeLetter } from "#app/features/letters/compose-letter.ts";
import { sheetOf } from "#app/features/letters/sheet.ts";
import { sparedSentence } from "#app/features/letters/spared.ts";
import { checkTemplate } from "#app/features/letters/template.ts";
import type { By } from "#app/lib/by.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import type { Persona } from "#app/features/campaigns/persona.ts";
import type { PreviewLetter, PreviewLetters } from "#app/features/campaigns/preview-letter.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";
import { words } from "#app/features/campaigns/words.ts";

/** The letters of somebody who lives there, as they would be with this document; nothing of it is stored. */
export async function previewLetters(
  by: By,
  locale: string,
  document: CampaignDocument,
  persona: Persona,
): Promise<PreviewLetters> {
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
  const spared: string[] = [];
  const support = await supportOf(by, document.asks.measureId);
  const letters = recipients.flatMap((recipient): PreviewLetter[] => {
    const template = variantFor(variants, recipient);
    if (!template) {
      missing.push(recipient.name);
      return [];
    }
    const backing = backingOf({ act: template.act, officialId: recipient.officialId }, support);
    if (backing && support) {
      spared.push(sparedSentence(locale, { recipient, backing, support }));
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
    return [
      {
        key: recipient.key,
        name: recipient.name,
        office: recipient.officeName,
        subject: letter.subject,
        asks: letter.askShort,
        way: letter.channel,
        paragraphs: sheetOf(letter.text),
      },
    ];
  });
  return { letters, missing, spared, status: representation.status, isSplit: chooseFrom.length > 0 };
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
function sampleWriter(locale: string, { country, postalCode }: Persona, stateDivisionId: string | null) {
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
