import type { DeliveryReason, DeliveryState } from "./delivery.ts";

/** What a person may decide about a delivery, and what it becomes. */
export const decisions = {
  hold: { to: "held" },
  release: { to: "queued" },
  "re-drive": { to: "queued" },
  cancel: { to: "cancelled" },
} as const satisfies Record<string, { to: DeliveryState }>;
export type Decision = keyof typeof decisions;

/**
 * - done: it is as decided
 * - moved: it was not where it can be decided so any more; a worker has it, or somebody else was first
 * - may-have-left: left as it is; it may have gone, and it was not said that it goes all the same
 * - wiped: its mail is kept no more, so it cannot be sent
 * - unknown: there is none
 */
export type Decided = "done" | "moved" | "may-have-left" | "wiped" | "unknown";

/** What can be decided about a delivery as it stands. One that a person held goes on under its own key. */
export function decisionsFor(given: {
  state: DeliveryState;
  reason: DeliveryReason | null;
  isKept: boolean;
}): Decision[] {
  const { state, reason, isKept } = given;
  if (state === "queued") return ["hold", "cancel"];
  if (state === "held" && reason === null) return ["release", "cancel"];
  if (state === "held" || state === "failed") return isKept ? ["re-drive", "cancel"] : ["cancel"];
  return [];
}

/** So many characters a reason has at most. */
export const longestWhy = 200;

/** What a page says after a decision. */
export const decisionNotices = [
  "hold",
  "release",
  "re-drive",
  "cancel",
  "moved",
  "may-have-left",
  "wiped",
  "why-empty",
  "why-long",
  "why-address",
] as const;
export type DecisionNotice = (typeof decisionNotices)[number];
