import type { Recipient } from "#app/features/directory/official.ts";
import { countryInSentence, stateInSentence } from "#app/lib/region-names.ts";
import { addressBlock } from "./address-block.ts";
import { audienceOf } from "./audience.ts";
import type { Variant } from "./audience.ts";
import type { LetterChannel, LetterFacts } from "./letter.ts";
import { openingOf } from "./opening.ts";
import { paragraphsOf } from "./own-share.ts";
import { renderTemplate } from "./template.ts";
import type { TemplateData } from "./template.ts";
import { words } from "./words.ts";
import { stateCodeOf } from "./writer-place.ts";

/** Who writes, from where. Texts are empty when not given. */
export type Writer = {
  givenName: string;
  familyName: string;
  email: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  postalCode: string;
  streetAddress: string;
  locality: string;
  /** In the United States a state's code. */
  region: string;
  /** The district by the postal code, or the one that the writer chose; null when unknown. */
  houseDivisionId: string | null;
  stateDivisionId: string | null;
};

/** One letter, ready to be read, approved and stored. */
export type ComposedLetter = {
  officeId: string;
  officialId: string | null;
  templateId: string;
  channel: LetterChannel;
  subject: string;
  /** What the writer is to the reader, true for this pair; the first words of the first paragraph. */
  opening: string;
  text: string;
  /** The ask in a few words. */
  askShort: string;
  /** Greeting and opening, as a list shows them. */
  begins: string;
  facts: LetterFacts;
  factsAt: Date;
};

export type Composition = {
  template: Variant & { id: string };
  body: string;
  writer: Writer;
  recipient: Recipient;
  locale: string;
  /** The day of the directory's facts. */
  directoryAsOf: string | null;
  /** The measure that the campaign asks for. */
  measureId: string | null;
  now: Date;
};

/** Writes one letter: greeting, who writes, the common body, what this reader is asked, name and address. */
export function composeLetter({
  template,
  body,
  writer,
  recipient,
  locale,
  directoryAsOf,
  measureId,
  now,
}: Composition): ComposedLetter {
  const audience = audienceOf(recipient);
  if (audience === null) throw new TypeError(`${recipient.officeId} never gets a letter`);
  const greeting = greetingOf(recipient, locale);
  const opening = openingOf(writer, recipient, locale);
  const [first = "", ...others] = paragraphsOf(body);
  const data = dataOf(writer, recipient, locale);
  const paragraphs = [
    greeting,
    [opening, first].filter(Boolean).join(" "),
    ...others,
    ...paragraphsOf(renderTemplate(template.text, data)),
    [words(locale)("letter.sincerely"), nameOf(writer), ...addressBlock(writer, recipient, locale)].join("\n"),
  ];
  return {
    officeId: recipient.officeId,
    officialId: recipient.officialId,
    templateId: template.id,
    channel: recipient.contacts.some((contact) => contact.channel === "email") ? "email" : "hand-over",
    // A name in a subject must not start a header of its own (fault 29).
    subject: renderTemplate(template.subject, data).replace(/\s+/g, " ").trim(),
    opening,
    text: paragraphs.filter(Boolean).join("\n\n"),
    askShort: template.summary,
    begins: `${greeting} ${opening}`.trim(),
    facts: {
      recipientName: recipient.name,
      officeId: recipient.officeId,
      officialId: recipient.officialId,
      audience: template.audience,
      act: template.act,
      divisionId: recipient.divisionId,
      directoryAsOf,
      measureId,
    },
    factsAt: now,
  };
}

/** The name as its owner typed it. One name is a name. */
export function nameOf(writer: Pick<Writer, "givenName" | "familyName">): string {
  return [writer.givenName, writer.familyName].filter(Boolean).join(" ");
}

function greetingOf(recipient: Recipient, locale: string): string {
  const t = words(locale);
  const name = recipient.family ?? recipient.name;
  if (recipient.kind === "senate-seat") return t("letter.dear.senator", { name });
  if (recipient.kind === "house-seat") return t("letter.dear.representative", { name });
  if (recipient.kind === "house-delegate-seat") {
    return recipient.stateCode === "PR" ? t("letter.dear.commissioner", { name }) : t("letter.dear.delegate", { name });
  }
  return t("letter.dear.office", { name: recipient.salutation ?? recipient.name });
}

/** What a template may say of a recipient; empty where the directory has nothing. */
export function recipientFields(recipient: Recipient): TemplateData["recipient"] {
  return {
    name: recipient.name,
    given: recipient.given ?? "",
    family: recipient.family ?? "",
    office: recipient.officeName,
    body: recipient.bodyName,
    division: recipient.divisionName ?? "",
    state: recipient.stateCode ? stateInSentence(recipient.stateCode) : "",
  };
}

/** Places as a sentence names them: "the District of Columbia", "the Netherlands". */
function dataOf(writer: Writer, recipient: Recipient, locale: string): TemplateData {
  return {
    recipient: recipientFields(recipient),
    writer: {
      name: nameOf(writer),
      givenName: writer.givenName,
      familyName: writer.familyName,
      locality: writer.locality,
      region: writer.country === "US" ? stateInSentence(stateCodeOf(writer)) : writer.region,
      country: countryInSentence(locale, writer.country),
    },
  };
}
