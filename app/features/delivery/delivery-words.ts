import type { DeliveryKind, DeliveryReason, DeliveryState } from "./delivery.ts";
import { words } from "./words.ts";

/** What a delivery is, without whom it is from; `office`: to which, where it is a letter. */
export function whatWords(locale: string, kind: DeliveryKind, office: string | null): string {
  const t = words(locale);
  return kind === "letter" && office !== null ? t("what.letter.to", { office }) : t(`what.${kind}`);
}

/** Why it is where it is; null where its state says it all. */
export function reasonWords(locale: string, state: DeliveryState, reason: DeliveryReason | null): string | null {
  const t = words(locale);
  if (reason !== null) return t(`reason.${reason}`);
  return state === "held" ? t("reason.by-a-person") : null;
}

/** The mark of a state. */
export const stateTags: Record<DeliveryState, string> = {
  queued: "tag",
  sending: "tag tag-act",
  accepted: "tag tag-good",
  held: "tag tag-warn",
  failed: "tag tag-danger",
  cancelled: "tag",
};

const plain = [
  "claimed",
  "lease-expired",
  "accepted",
  "not-begun",
  "key-forgotten",
  "leases-lost",
  "suppressed",
  "demo",
  "unreadable",
] as const;
const decided = [
  "held",
  "released",
  "released-may-have-left",
  "sent-again",
  "sent-again-may-have-left",
  "dropped",
  "restored",
] as const;
const actors = ["visitor", "worker", "operator", "organizer", "staff", "admin"];

const dashed = (text: string) => text.replace(/,? /g, "-");

/** The cause of a move: a word of ours or of the mail service, or who decided what; `who`: their name, where it is known. */
export function causeWords(locale: string, cause: string, who: string | null): string {
  const t = words(locale);
  const [actor = "", what = ""] = cause.split(": ");
  if (actors.includes(actor)) {
    const act = decided.find((one) => one === dashed(what));
    const by = who === null ? t("cause.by", { actor }) : t("cause.by-name", { who });
    return act === undefined ? by : `${t(`cause.${act}`)}, ${by}`;
  }
  const known = plain.find((one) => one === dashed(cause));
  return known === undefined ? t("cause.other", { cause }) : t(`cause.${known}`);
}

const units = [
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1000],
] as const;

/** How long ago, in the largest unit of which there are two or more. */
export function ageWords(locale: string, ms: number): string {
  const t = words(locale);
  if (ms < 0) return t("age.not-due");
  const [unit, length] = units.find(([, one]) => ms >= 2 * one) ?? (["seconds", 1000] as const);
  return t(`age.${unit}`, { n: Math.floor(ms / length) });
}
