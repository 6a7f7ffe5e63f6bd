import { actsOf, variantFor, variantSchema } from "#app/features/letters/audience.ts";
import type { Variant } from "#app/features/letters/audience.ts";
import { recipientFields } from "#app/features/letters/compose-letter.ts";
import { checkTemplate, usedFields } from "#app/features/letters/template.ts";
import type { TemplateData } from "#app/features/letters/template.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import { readersOf } from "#app/features/campaigns/letter-readers.ts";
import type { Found, ReadinessFacts } from "#app/features/campaigns/readiness.ts";
import { unfilledIn } from "#app/features/campaigns/unfilled.ts";

type Words = CampaignDocument["letters"]["variants"][number];

/** Mail programs clip what is longer, in bytes; some of it is the frame's. */
const mailLimit = 102_000;
const frame = 12_000;
/** What a supporter's address may lack. */
const maybeEmpty = ["locality", "region", "familyName"];
/** Where a field or a condition begins. Supporters edit the common text, so nothing is filled in there. */
const templateMark = /\{[{%]/;

/** The letters: words for each kind of reader, who can do what they are asked; no field unknown or empty for somebody. */
export function lettersReadiness(document: CampaignDocument, { reachable }: ReadinessFacts): Found[] {
  const { hasLetters, common, variants } = document.letters;
  if (!hasLetters) return [];
  const readers = readersOf(
    document.targets.targets.map(({ rule }) => rule),
    reachable,
  );
  const found: Found[] = [];
  if (common.trim() === "") found.push({ level: "fault", code: "common-empty", field: "common" });
  const place = unfilledIn(common);
  if (place) found.push({ level: "fault", code: "unfilled", field: "common", values: { place } });
  if (templateMark.test(common)) found.push({ level: "fault", code: "common-field", field: "common" });
  if (readers.length === 0) found.push({ level: "fault", code: "letters-nobody", field: "hasLetters" });
  if (longest(common, variants) > mailLimit - frame)
    found.push({ level: "fault", code: "letter-long", field: "common" });
  const sound = variants.flatMap((words) => (words.text.trim() === "" ? [] : soundVariant(words)));
  for (const { audience, recipients } of readers) {
    const own = variants.find((one) => one.audience === audience);
    const unserved = recipients.filter((one) => variantFor(sound, one) === null);
    const written = (one: Recipient) => variants.find(({ audience: name }) => name === `office:${one.officeId}`) ?? own;
    const without = unserved.filter((one) => (written(one)?.text ?? "").trim() === "").length;
    const field = `letter-${audience}`;
    if (without > 0) found.push({ level: "fault", code: "letter-none", field, values: { audience, n: without } });
  }
  return [
    ...found,
    ...variants.flatMap((words) =>
      wordsReadiness(
        words,
        readers.flatMap(({ recipients }) => recipients),
      ),
    ),
  ];
}

/** What is wrong with the words for one kind of reader; what was never begun is said above. */
function wordsReadiness(words: Words, recipients: Recipient[]): Found[] {
  const { audience } = words;
  const field = `letter-${audience}`;
  if (words.text.trim() === "" && words.subject.trim() === "") return [];
  const found: Found[] = [];
  if (words.subject.trim() === "" || words.summary.trim() === "" || words.text.trim() === "")
    found.push({ level: "fault", code: "letter-part", field, values: { audience } });
  const place = unfilledIn([words.subject, words.summary, words.text].join("\n"));
  if (place) found.push({ level: "fault", code: "letter-unfilled", field, values: { audience, place } });
  const readers = recipients.filter((one) => readsThese(one, audience));
  if (!canAct(words, readers)) found.push({ level: "fault", code: "act", field, values: { audience } });
  for (const text of [words.subject, words.text]) {
    const faults = checkTemplate(text);
    for (const { code, row, found: what } of faults)
      found.push({ level: "fault", code: `template-${code}`, field, values: { audience, row, what } });
    if (faults.length === 0) found.push(...emptyFields(text, readers, audience));
  }
  return found;
}

function emptyFields(text: string, readers: Recipient[], audience: string): Found[] {
  const field = `letter-${audience}`;
  return usedFields(text).flatMap(({ noun, field: name, row, optional }): Found[] => {
    if (optional) return [];
    const what = `${noun}.${name}`;
    if (noun === "writer")
      return maybeEmpty.includes(name)
        ? [{ level: "advised", code: "field-maybe", field, values: { audience, row, what } }]
        : [];
    const empty = readers.filter((one) => recipientFields(one)[name as keyof TemplateData["recipient"]] === "").length;
    return empty > 0 ? [{ level: "fault", code: "field-empty", field, values: { audience, row, what, n: empty } }] : [];
  });
}

/** Whether everybody who would read it can do what it asks (fault 59). */
function canAct(words: Words, readers: Recipient[]): boolean {
  const variant = soundVariant({
    ...words,
    subject: words.subject || "-",
    summary: words.summary || "-",
    text: words.text || "-",
  });
  return variant.length > 0 && readers.every((one) => variantFor(variant, one) !== null);
}

function readsThese(recipient: Recipient, audience: string): boolean {
  if (audience.startsWith("office:")) return audience === `office:${recipient.officeId}`;
  return Object.hasOwn(actsOf, audience) && kindOf(recipient) === audience;
}

function kindOf({ kind }: Recipient): string {
  const seats: Partial<Record<Recipient["kind"], string>> = {
    "house-seat": "house",
    "house-delegate-seat": "house-delegate",
    "senate-seat": "senate",
  };
  return seats[kind] ?? kind;
}

function soundVariant(words: Words): Variant[] {
  const parsed = variantSchema.safeParse(words);
  return parsed.success ? [parsed.data] : [];
}

/** Bytes of the longest letter as it stands in a mail. */
function longest(common: string, variants: Words[]): number {
  const escaped = (text: string) => text.replace(/[<>&"']/g, "&#x27;").length + nonAscii(text);
  return escaped(common) + Math.max(0, ...variants.map(({ text }) => escaped(text)));
}

/** What UTF-8 needs beyond one byte for each unit. */
function nonAscii(text: string): number {
  return new TextEncoder().encode(text).length - text.length;
}
