import { z } from "zod";
import { days, hours, minutes, seconds } from "#app/lib/time.ts";

export const deliveryStates = ["queued", "sending", "accepted", "held", "failed", "cancelled"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * What is mailed. `to`: whom it is written to, which decides what stops it. `hasLink`: it carries a secret that opens
 * something, so that nothing of it is kept once the provider has it.
 */
export const deliveryKinds = {
  confirm: { to: "supporter", hasLink: true },
  reminder: { to: "supporter", hasLink: true },
  "personal-link": { to: "supporter", hasLink: true },
  letter: { to: "office", hasLink: false },
  report: { to: "organization", hasLink: false },
  invitation: { to: "account", hasLink: true },
  /** Something is published by itself unless somebody objects (docs/decisions/023). */
  publishing: { to: "account", hasLink: false },
  /** What supporters get, sent to whoever works on the campaign. */
  trial: { to: "account", hasLink: false },
} as const;
export type DeliveryKind = keyof typeof deliveryKinds;

const kinds = Object.keys(deliveryKinds) as [DeliveryKind, ...DeliveryKind[]];
export const deliveryKind = z.enum(kinds);
export const officeKinds = kinds.filter((kind) => deliveryKinds[kind].to === "office");
export const linkKinds = kinds.filter((kind) => deliveryKinds[kind].hasLink);

/** Why a delivery is where it is, where the state alone does not say it. What is held without one, a person held. */
export const deliveryReasons = [
  /** held: it cannot be decided whether the provider took it, and its key is forgotten or was used for other bytes. */
  "unknown-sent",
  /** held: a demo's mail in production, which has no local mailbox. */
  "demo",
  /** held: the sealed mail cannot be opened. */
  "unreadable",
  /** held: a backup was restored in which it waited; it may have gone after the backup was made. */
  "restored",
  /** failed: the provider will never take it. */
  "refused",
  /** failed: worker after worker ended while it had this one; it may have gone. */
  "exhausted",
  /** queued: the provider's quota, key, domain or address stands in the way of all mail. */
  "parked",
  /** cancelled: the address asked not to be written to. */
  "suppressed",
  /** cancelled: its subject was withdrawn or erased. */
  "withdrawn",
  /** cancelled: as above, while it was with the provider: it may have gone, it is not sent again. */
  "withdrawn-while-sending",
  /** cancelled: a person decided that it does not go. */
  "dropped",
  /** cancelled: as above; it may have gone before. */
  "dropped-unknown",
] as const;
export type DeliveryReason = (typeof deliveryReasons)[number];

/** How long one request to the provider may take. */
export const attemptTimeout = seconds(15);
/** How long a claimed delivery is nobody else's; counted by the database's clock. */
export const lease = seconds(60);
/**
 * How long the provider remembers a key (24 h), less a margin for the way there. Where its answer does not tell whether it
 * took the mail, the same bytes go again under the same key for so long after the first attempt that it may have taken
 * (fault 2), and no longer: then it is held (fault 5).
 */
export const keyMemory = hours(24) - minutes(5);
/** So many workers may end while they have one delivery; then it is the delivery (fault 9). */
export const maxLostLeases = 14;
/** How long a mail is kept after its way has ended, to look into it and to send a failed one again. */
export const payloadLife = days(7);

/**
 * What a delivery may become. `ended`: the worker does nothing more with it. `after` and `then`: what happens to one that
 * stays. The database has the same states in a CHECK, and the same moves in one of the events, which every move writes; a
 * test compares them.
 */
export const transitions: Record<
  DeliveryState,
  {
    becomes: readonly DeliveryState[];
    ended: boolean;
    after: number | null;
    then: string;
    told: "nobody" | "writer" | "operator";
  }
> = {
  queued: {
    becomes: ["sending", "held", "cancelled"],
    ended: false,
    after: 0,
    then: "sent once notBefore has passed",
    told: "nobody",
  },
  sending: {
    becomes: ["sending", "accepted", "queued", "held", "failed", "cancelled"],
    ended: false,
    after: lease,
    then: "sent again under the same key, by whoever claims it",
    told: "nobody",
  },
  accepted: {
    becomes: [],
    ended: true,
    after: payloadLife,
    then: "payload wiped; of a mail with a link at once",
    told: "writer",
  },
  held: {
    becomes: ["queued", "cancelled"],
    ended: false,
    after: null,
    then: "waits for a person, who sends it again under a new key or drops it",
    told: "operator",
  },
  failed: {
    becomes: ["queued", "cancelled"],
    ended: true,
    after: payloadLife,
    then: "payload wiped; until then a person may send it again under a new key, or drop it",
    told: "writer",
  },
  cancelled: { becomes: [], ended: true, after: 0, then: "payload wiped at once", told: "nobody" },
};

/** The provider's idempotency key: one that a person sent again has a new one each time. */
export function keyOf({ id, drives }: { id: string; drives: number }): string {
  return drives === 1 ? id : `${id}/${drives}`;
}

/** The delivery of such a key, whichever drive; null for a key that is none of ours. */
export function idOfKey(key: string | null): string | null {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/\d+)?$/.exec(key ?? "")?.[1] ?? null;
}
