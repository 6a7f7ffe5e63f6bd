import type { Recipient } from "#app/features/directory/official.ts";
import { formatDate } from "#app/lib/format.ts";
import type { StoredLetter } from "./letter.ts";
import { paragraphsOf } from "./own-share.ts";
import { words } from "./words.ts";
import { readsInTheUs } from "./writer-place.ts";

/** A letter as it lies on the desk of whoever gets it: its writer's, not ours. */
export type PrintedLetter = {
  /** Name and address of the writer, line by line. */
  from: string[];
  email: string;
  /** ISO day, and as the reader's country writes it. */
  day: string;
  date: string;
  to: string[];
  subject: string;
  /** From the greeting on, without the closing. */
  paragraphs: string[];
  /** "Sincerely," */
  closing: string;
  name: string;
};

type Given = {
  letter: Pick<StoredLetter, "subject" | "text" | "recipientName">;
  /** From the directory of today; null when it knows the recipient no more. */
  recipient: Recipient | null;
  email: string;
  locale: string;
  timeZone: string;
  /** The day on which it is printed and signed. */
  now: Date;
};

const memberSeats: readonly string[] = ["house-seat", "house-delegate-seat", "senate-seat"];

/**
 * The letter in the parts of a printed one. Its text is not written anew: name and address are those of its closing, as
 * `composeLetter` set them and its writer approved them.
 */
export function printedLetterOf({ letter, recipient, email, locale, timeZone, now }: Given): PrintedLetter {
  const paragraphs = paragraphsOf(letter.text);
  const [closing = "", name = "", ...address] = (paragraphs.pop() ?? "").split("\n");
  const reader = locale === "en" && recipient !== null && readsInTheUs(recipient) ? "en-US" : locale;
  const [year, month, day] = new Intl.DateTimeFormat("en-CA", { timeZone }).format(now).split("-");
  return {
    from: [name, ...address],
    email,
    day: [year, month, day].join("-"),
    date: formatDate(reader, now, timeZone),
    to: recipient === null ? [letter.recipientName] : addressOf(letter, recipient, locale),
    subject: letter.subject,
    paragraphs,
    closing,
    name,
  };
}

function addressOf({ recipientName }: Given["letter"], recipient: Recipient, locale: string): string[] {
  const isMember = memberSeats.includes(recipient.kind);
  const name = isMember ? words(locale)("print.honorable", { name: recipientName }) : recipientName;
  const post = recipient.contacts.find(({ channel }) => channel === "post")?.value ?? "";
  return [name, recipient.bodyName, ...postLines(post)].filter(Boolean);
}

/** "1517 Longworth House Office Building, Washington, DC 20515-0530" in the two lines of an envelope. */
function postLines(post: string): string[] {
  const [, street, town] = /^(.+), ([^,]+, [A-Z]{2} \d{5}(?:-\d{4})?)$/.exec(post) ?? [];
  return street && town ? [street, town] : [post];
}
