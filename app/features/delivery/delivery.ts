import { hours, minutes, seconds } from "#app/lib/time.ts";

export const deliveryStates = ["queued", "sending", "accepted", "held", "failed", "cancelled"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why a delivery is where it is, where the state alone does not say it. */
export const deliveryReasons = [
  /** held: it cannot be decided whether the provider took it, and its key is forgotten or was used for other bytes. */
  "unknown-sent",
  /** held: a demo's mail in production, which has no local mailbox. */
  "demo",
  /** held: the sealed mail cannot be opened. */
  "unreadable",
  /** failed: the provider will never take it. */
  "refused",
  /** failed: every attempt was in vain. */
  "exhausted",
  /** queued: the provider's quota, key or domain stands in the way of all mail. */
  "parked",
  /** cancelled: the address asked not to be written to. */
  "suppressed",
  /** cancelled: its subject was withdrawn or erased. */
  "withdrawn",
  /** cancelled: as above, while it was with the provider: it may have gone, it is not sent again. */
  "withdrawn-while-sending",
] as const;
export type DeliveryReason = (typeof deliveryReasons)[number];

/** How long one request to the provider may take. */
export const attemptTimeout = seconds(15);
/** How long a claimed delivery is nobody else's; counted by the database's clock. */
export const lease = seconds(60);
/** How long the provider remembers a key (24 h), less a margin for the way there. */
export const keyMemory = hours(24) - minutes(5);
export const maxAttempts = 14;

/**
 * What a delivery may become. `after` and `then`: what the worker does with one that stays. The database has the same
 * states in a CHECK; a test compares them.
 */
export const transitions: Record<
  DeliveryState,
  { becomes: readonly DeliveryState[]; after: number | null; then: string; told: "nobody" | "writer" | "operator" }
> = {
  queued: { becomes: ["sending", "cancelled"], after: 0, then: "sent once notBefore has passed", told: "nobody" },
  sending: {
    becomes: ["sending", "accepted", "queued", "held", "failed", "cancelled"],
    after: lease,
    then: "sent again under the same key, by whoever claims it",
    told: "nobody",
  },
  accepted: { becomes: [], after: null, then: "payload wiped after 7 days", told: "writer" },
  held: { becomes: ["cancelled"], after: null, then: "waits for a person", told: "operator" },
  failed: { becomes: [], after: null, then: "payload wiped after 7 days", told: "writer" },
  cancelled: { becomes: [], after: null, then: "payload wiped at once", told: "nobody" },
};

/** Whether nothing more happens by itself or by a person. */
export function isEnded(state: DeliveryState): boolean {
  return transitions[state].becomes.length === 0;
}
