import type { Recipient } from "#app/features/directory/official.ts";
import { countryName, stateName } from "#app/lib/region-names.ts";
import { audienceOf } from "./audience.ts";
import type { Variant } from "./audience.ts";
import type { LetterChannel, LetterFacts } from "./letter.ts";
import { paragraphsOf } from "./own-share.ts";
import { renderTemplate } from "./template.ts";
import { words } from "./words.ts";

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
    signatureOf(writer, locale).join("\n"),
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

function openingOf(writer: Writer, recipient: Recipient, locale: string): string {
  const t = words(locale);
  if (writer.country !== "US") {
    return t("letter.from-abroad", { code: writer.country, country: countryName(locale, writer.country) });
  }
  const state = stateName(stateCodeOf(writer));
  const place = [writer.locality, state].filter(Boolean).join(", ");
  if (!place) return t("letter.from-abroad", { code: "US", country: countryName(locale, "US") });
  if (!isRepresentedBy(writer, recipient)) return t("letter.live-in", { place });
  if (recipient.kind === "senate-seat") return t("letter.live-in.senator", { place });
  return t("letter.live-in.constituent", { place: writer.locality || state });
}

/**
 * "My senator" and "your constituent" stand in a letter only where they are true: the recipient holds the seat of the
 * writer's own district or state, and the writer's address does not say another state.
 */
function isRepresentedBy(writer: Writer, recipient: Recipient): boolean {
  if (recipient.divisionId === null || stateCodeOf(writer) !== recipient.stateCode) return false;
  if (recipient.kind === "senate-seat") return recipient.divisionId === writer.stateDivisionId;
  if (recipient.kind === "house-seat" || recipient.kind === "house-delegate-seat") {
    return recipient.divisionId === writer.houseDivisionId;
  }
  return false;
}

/** The state as typed, else that of the postal code. */
function stateCodeOf(writer: Writer): string {
  const [, fromPostalCode = ""] = /\/(?:state|district|territory):([a-z]{2})/.exec(writer.stateDivisionId ?? "") ?? [];
  return writer.region || fromPostalCode.toUpperCase();
}

function signatureOf(writer: Writer, locale: string): string[] {
  const abroad = writer.country !== "US";
  const region = abroad ? writer.region : stateName(stateCodeOf(writer));
  const townAndState = [writer.locality, region].filter(Boolean).join(", ");
  return [
    words(locale)("letter.sincerely"),
    nameOf(writer),
    writer.streetAddress,
    [townAndState, writer.postalCode].filter(Boolean).join(" "),
    abroad ? countryName(locale, writer.country) : "",
  ].filter(Boolean);
}

function dataOf(writer: Writer, recipient: Recipient, locale: string) {
  return {
    recipient: {
      name: recipient.name,
      given: recipient.given ?? "",
      family: recipient.family ?? "",
      office: recipient.officeName,
      body: recipient.bodyName,
      division: recipient.divisionName ?? "",
      state: recipient.stateCode ? stateName(recipient.stateCode) : "",
    },
    writer: {
      name: nameOf(writer),
      givenName: writer.givenName,
      familyName: writer.familyName,
      locality: writer.locality,
      region: writer.country === "US" ? stateName(stateCodeOf(writer)) : writer.region,
      country: countryName(locale, writer.country),
    },
  };
}
