import type { Recipient } from "#app/features/directory/official.ts";
import { formatDate } from "#app/lib/format.ts";
import { letterStateItem } from "./letter-state-item.ts";
import type { MailFate } from "./letter-state-item.ts";
import type { StoredLetter } from "./letter.ts";
import { sheetOf } from "./sheet.ts";
import type { SheetParagraph } from "./sheet.ts";
import { words } from "./words.ts";

/** A letter that has left, with what is known of it. */
export type LeftLetter = {
  letter: StoredLetter;
  /** As the directory has them, also when their term is over; null when it knows them no more. */
  recipient: Recipient | null;
  fate: MailFate | null;
};

/** A recipient on `/letter` whose letter has left: nothing to tick, its text as it went. */
export type LeftItem = {
  key: string;
  name: string;
  office: string;
  /** What is known of it. */
  left: string;
  paragraphs: SheetParagraph[];
};

/** What `/letter` shows of a letter that has left. */
export function leftItem(given: LeftLetter & { locale: string; timeZone: string }): LeftItem {
  const { letter, recipient } = given;
  return {
    key: letter.id,
    name: letter.recipientName,
    office: recipient?.officeName ?? "",
    left: knownOf(given),
    paragraphs: sheetOf(letter.text),
  };
}

function knownOf({ letter, recipient, fate, locale, timeZone }: LeftLetter & { locale: string; timeZone: string }) {
  const t = words(locale);
  const on = (at: Date) => ({ date: formatDate(locale, at, timeZone) });
  if (letter.doneAt) return t("left.done", on(letter.doneAt));
  if (fate?.state === "accepted") return t("left.sent", on(fate.at));
  const { word, sentence } = letterStateItem({ letter, recipient, fate, locale, timeZone });
  return t("left.other", { word, sentence });
}
