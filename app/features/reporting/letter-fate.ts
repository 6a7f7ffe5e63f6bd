/**
 * What is known of letters, as staff read it: never merged. "unknown-sent": held, or given up, and it may have gone;
 * "may-have-left": taken back, or given up by staff, when it may have gone.
 */
export const letterFates = [
  "accepted",
  "done",
  "with-writer",
  "queued",
  "unknown-sent",
  "failed",
  "held",
  "changed",
  "waiting",
  "may-have-left",
  "taken-back",
] as const;
export type LetterFate = (typeof letterFates)[number];
export type LetterCounts = Record<LetterFate, number>;

/** As the letters' own tally says where they stand. */
export interface StandingFigure {
  status: "waiting" | "held" | "with-writer" | "done" | "mailed";
  n: number;
}
/** As the tally of their deliveries says. */
export interface DeliveryFigure {
  state: "queued" | "accepted" | "held" | "failed" | "cancelled";
  reason: string;
  n: number;
}

const mayHaveGone = new Set(["unknown-sent", "restored", "exhausted"]);
const hadMaybeGone = new Set(["withdrawn-while-sending", "dropped-unknown"]);

function fateOf({ state, reason }: Pick<DeliveryFigure, "state" | "reason">): LetterFate {
  if (state === "held" || state === "failed") return mayHaveGone.has(reason) ? "unknown-sent" : state;
  if (state === "cancelled") return hadMaybeGone.has(reason) ? "may-have-left" : "taken-back";
  return state;
}

/** Where letters stand, with the fates of those that were mailed. */
export function letterCounts(standing: readonly StandingFigure[], deliveries: readonly DeliveryFigure[]): LetterCounts {
  const counts = Object.fromEntries(letterFates.map((fate) => [fate, 0])) as LetterCounts;
  for (const { status, n } of standing) {
    if (status === "held") counts.changed += n;
    // A mailed one is told by its delivery.
    else if (status !== "mailed") counts[status] += n;
  }
  for (const delivery of deliveries) counts[fateOf(delivery)] += delivery.n;
  return counts;
}

/** A part of a share bar: its class, and what it holds. "Accepted" is not "delivered": it stands with what is on its way. */
export const shareParts = [
  { part: "done", className: "k6", fates: ["done"] },
  { part: "with-writer", className: "k3", fates: ["with-writer"] },
  { part: "on-its-way", className: "k4", fates: ["queued", "accepted"] },
  { part: "stuck", className: "k2", fates: ["unknown-sent", "failed", "held", "changed"] },
] as const satisfies { part: string; className: string; fates: LetterFate[] }[];

export function partOf(counts: LetterCounts, fates: readonly LetterFate[]): number {
  return fates.reduce((sum, fate) => sum + counts[fate], 0);
}
