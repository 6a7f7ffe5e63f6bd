import type { Recipient } from "#app/features/directory/official.ts";
import { joinList } from "#app/lib/format.ts";
import type { ComposedLetter } from "./compose-letter.ts";
import { handOverWay } from "./hand-over-way.ts";
import { unchosenHouse } from "./letter-form.ts";
import { markedSheetOf } from "./sheet.ts";
import type { SheetParagraph } from "./sheet.ts";
import { words } from "./words.ts";

/** A recipient on `/letter`: a checkbox, how the letter begins, what it asks, how it goes, and the letter. */
export type RecipientItem = {
  key: string;
  name: string;
  office: string;
  checked: boolean;
  begins: string;
  asks: string;
  /** Empty where the recipient is not chosen yet. */
  goes: string;
  channel: "email" | "hand-over" | null;
  paragraphs: SheetParagraph[];
  /** See `LeftItem`. */
  left: null;
};

type Given = {
  letter: ComposedLetter;
  recipient: Recipient;
  checked: boolean;
  body: string;
  common: string;
  /** Whether the signature is confirmed: then approving sends at once. */
  confirmed: boolean;
  locale: string;
};

/** What `/letter` shows of one composed letter. `body` is the text it was composed from, `common` the campaign's. */
export function recipientItem({ letter, recipient, checked, body, common, confirmed, locale }: Given): RecipientItem {
  const mailed = confirmed ? "email-now" : "email";
  const way = letter.channel === "email" ? mailed : handOverWay(recipient.contacts).kind;
  return {
    key: recipient.key,
    name: recipient.name,
    office: recipient.officeName,
    checked,
    begins: letter.begins,
    asks: letter.askShort,
    goes: words(locale)(`goes.${way}`),
    channel: letter.channel,
    paragraphs: markedSheetOf(letter, body, common),
    left: null,
  };
}

/** Stands in the list while the writer has not chosen among several districts. `asks`: the summary of the House variant. */
export function unchosenRepresentative(given: {
  candidates: Recipient[];
  asks: string;
  checked: boolean;
  locale: string;
}): RecipientItem {
  const t = words(given.locale);
  const districts = given.candidates.map((one) => one.divisionName ?? one.officeName);
  return {
    key: unchosenHouse,
    name: t("to.house.name"),
    office: t("to.house.office", { districts: joinList(given.locale, districts, "disjunction") }),
    checked: given.checked,
    begins: t("to.house.begins"),
    asks: given.asks,
    goes: "",
    channel: null,
    paragraphs: [],
    left: null,
  };
}
