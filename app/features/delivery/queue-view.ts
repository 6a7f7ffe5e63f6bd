import { deliveryKind } from "./delivery.ts";
import type { DeliveryKind } from "./delivery.ts";

/** The parts of the queue; "unknown": of what is held, that which may have gone. */
export const queueParts = ["held", "unknown", "failed", "queued", "sending"] as const;
export type QueuePart = (typeof queueParts)[number];

/** How many there are of an age; `isMore`: at least so many. */
export interface QueueCell {
  n: number;
  isMore: boolean;
}

/** Why something is held of which nobody knows whether it went. */
export const unknownReasons = ["unknown-sent", "restored"];

export const onePage = 50;
/** So many are looked through for one page of those that a filter asks for. */
export const mostLookedThrough = 5000;

/** Where a page of the queue begins: behind this delivery, in the order in which the worker takes them. */
export interface QueuePlace {
  priority: number;
  notBefore: Date;
  id: string;
}

/** What the page shows; all of it stands in its address. */
export interface QueueView {
  part: QueuePart;
  kind: DeliveryKind | null;
  campaignId: string | null;
  after: QueuePlace | null;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const placeShape = new RegExp(`^(\\d{1,2})\\.(\\d{1,14})\\.(${uuid})$`);
const idShape = new RegExp(`^${uuid}$`);

/** Reads an address; what makes no sense in it is as if it were not there. */
export function queueViewOf(params: URLSearchParams): QueueView {
  const campaign = params.get("campaign") ?? "";
  const [, priority, at, id] = placeShape.exec(params.get("after") ?? "") ?? [];
  return {
    part: queueParts.find((part) => part === params.get("state")) ?? "held",
    kind: deliveryKind.safeParse(params.get("kind")).data ?? null,
    campaignId: idShape.test(campaign) ? campaign : null,
    after: id === undefined ? null : { priority: Number(priority), notBefore: new Date(Number(at)), id },
  };
}

/** The query of an address that shows a view. */
export function queueQueryOf({ part, kind, campaignId, after }: QueueView): string {
  const params = new URLSearchParams({ state: part });
  if (kind !== null) params.set("kind", kind);
  if (campaignId !== null) params.set("campaign", campaignId);
  if (after) params.set("after", `${after.priority}.${after.notBefore.getTime()}.${after.id}`);
  return `?${params.toString()}`;
}
