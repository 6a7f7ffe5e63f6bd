import type { Recipient } from "#app/features/directory/official.ts";
import { formatDateTime, formatNumber } from "#app/lib/format.ts";
import { askedSentence, dialled, handOverWay, hostOf } from "./hand-over-way.ts";
import type { StoredLetter } from "./letter.ts";
import { words } from "./words.ts";

/** What is known of a mail's way; the caller asks `delivery` for it. */
export type MailFate = { state: string; reason: string | null; at: Date };

/** What a writer needs to carry a letter themselves. */
export type HandOverBlock = {
  heading: string;
  text: string;
  length: string;
  kind: "form" | "site" | "phone";
  link: { href: string; label: string } | null;
  /** What the office's form asked for, and when. */
  asked: string;
  subject: string;
  post: string;
};

/** One line of the to-do list. */
export type LetterStateItem = {
  id: string;
  name: string;
  office: string;
  tone: "plain" | "act" | "good" | "warn" | "danger";
  word: string;
  sentence: string;
  /** The writer said that it is done. */
  done: boolean;
  phone: { href: string; label: string } | null;
  handOver: HandOverBlock | null;
  /** Nothing more happens to it unless its writer does something. */
  needsWriter: boolean;
};

type Given = {
  letter: StoredLetter;
  /** From the directory of today; null when it knows the recipient no more. */
  recipient: Recipient | null;
  /** Of the letter's mail; null when none was queued. */
  fate: MailFate | null;
  locale: string;
  timeZone: string;
};

/** What the to-do list says of one letter: only what is known. */
export function letterStateItem({ letter, recipient, fate, locale, timeZone }: Given): LetterStateItem {
  const way = handOverWay(recipient?.contacts ?? []);
  const isStale = letter.state === "held" || (recipient === null && letter.officialId !== null);
  const isToHandOver = letter.channel === "hand-over" && letter.doneAt === null && !isStale;
  return {
    id: letter.id,
    name: letter.recipientName,
    // The same office may have another holder by now.
    office: recipient && recipient.officialId === letter.officialId ? recipient.officeName : "",
    ...(isStale && letter.doneAt === null
      ? staleStatus(letter, locale)
      : statusOf(letter, way.kind, fate, locale, timeZone)),
    done: letter.doneAt !== null,
    phone:
      isToHandOver && way.phone ? { href: dialled(way.phone.value), label: callLabel(locale, way.phone.value) } : null,
    handOver: isToHandOver ? blockOf(letter, recipient, locale) : null,
    needsWriter: isToHandOver || letter.state === "held",
  };
}

/** Letters that need their writer first, then those with us, then what is done; otherwise as they were. */
export function inOrderOfNeed(items: readonly LetterStateItem[]): LetterStateItem[] {
  const rank = (item: LetterStateItem) => (item.needsWriter ? 0 : item.done ? 2 : 1);
  return [...items].sort((a, b) => rank(a) - rank(b));
}

type Status = Pick<LetterStateItem, "tone" | "word" | "sentence">;

/** What it rests on has changed: it was kept back, or its recipient has left office since (fault 57). */
function staleStatus({ state, channel, recipientName }: StoredLetter, locale: string): Status {
  const t = words(locale);
  if (state === "held") return { tone: "warn", word: t("state.held"), sentence: t("state.held.facts-changed") };
  const sentence = t(channel === "email" ? "state.gone.mailed" : "state.gone", { name: recipientName });
  return { tone: "plain", word: t("state.gone.word"), sentence };
}

/** A mail that was given up as "exhausted" may have left, and a person looks at it: for its writer it is held. */
const heldFor: Partial<Record<string, "unknown-sent" | "demo" | "restored">> = {
  "unknown-sent": "unknown-sent",
  exhausted: "unknown-sent",
  demo: "demo",
  restored: "restored",
};
const cancelledFor: Partial<Record<string, "suppressed" | "while-sending" | "dropped" | "dropped-unknown">> = {
  suppressed: "suppressed",
  "withdrawn-while-sending": "while-sending",
  dropped: "dropped",
  "dropped-unknown": "dropped-unknown",
};

function statusOf(
  letter: StoredLetter,
  way: HandOverBlock["kind"],
  fate: MailFate | null,
  locale: string,
  timeZone: string,
): Status {
  const t = words(locale);
  const time = (at: Date) => ({ when: formatDateTime(locale, at, timeZone) });
  if (letter.doneAt)
    return { tone: "good", word: t("state.done"), sentence: t("state.done.when", time(letter.doneAt)) };
  if (letter.channel === "hand-over") return { tone: "act", word: t("state.hand"), sentence: t(`state.hand.${way}`) };
  if (letter.state === "approved") return { tone: "warn", word: t("state.waits"), sentence: t("state.waits.why") };
  if (fate?.state === "accepted")
    return { tone: "plain", word: t("state.accepted"), sentence: t("state.accepted.when", time(fate.at)) };
  if (fate?.state === "failed" && fate.reason !== "exhausted")
    return { tone: "danger", word: t("state.failed"), sentence: t("state.failed.why", time(fate.at)) };
  if (fate?.state === "held" || fate?.state === "failed") {
    const why = heldFor[fate.reason ?? ""] ?? "why";
    return { tone: "warn", word: t("state.held"), sentence: t(`state.held.${why}`) };
  }
  if (fate?.state === "cancelled") {
    const why = cancelledFor[fate.reason ?? ""] ?? "why";
    return { tone: "plain", word: t("state.cancelled"), sentence: t(`state.cancelled.${why}`) };
  }
  return { tone: "plain", word: t("state.queued"), sentence: t("state.queued.why") };
}

function blockOf(letter: StoredLetter, recipient: Recipient | null, locale: string): HandOverBlock {
  const t = words(locale);
  const { kind, page, post } = handOverWay(recipient?.contacts ?? []);
  const host = page ? (hostOf(page.value) ?? "") : "";
  return {
    heading: t(`hand.use-${kind}`),
    text: letter.text,
    length: t("hand.length", { n: formatNumber(locale, letter.text.length) }),
    kind,
    link: page ? { href: page.value, label: kind === "form" ? t("hand.open-form.link", { host }) : host } : null,
    asked: page && kind === "form" ? askedSentence(locale, page) : "",
    subject: letter.subject,
    post: post?.value ?? "",
  };
}

function callLabel(locale: string, number: string): string {
  return words(locale)("hand.call", { number });
}
