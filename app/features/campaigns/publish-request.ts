import { hours } from "#app/lib/time.ts";

/** How a request to publish can stand. All but the first are its end; the database has the same list in a CHECK. */
export const requestStates = [
  "open",
  "published",
  "declined",
  /** By whoever asked. */
  "taken-back",
  /** Somebody asked anew, or published without it. */
  "replaced",
  /** Whoever asked may publish no more. */
  "asker-gone",
  /** Something was written after it was asked for. */
  "rewritten",
  /** The campaign was published or closed by another way. */
  "overtaken",
  /** Something stopped publishing when the time came. */
  "not-ready",
] as const;
export type RequestState = (typeof requestStates)[number];

/** Where nobody else could approve: so long everybody can object. */
export const publishDelay = hours(24);

/** A request as it is stored. */
export type PublishRequest = {
  id: string;
  campaignId: string;
  revision: number;
  version: number;
  askedById: string;
  askedAt: Date;
  publishAt: Date | null;
  state: RequestState;
  decidedById: string | null;
  decidedAt: Date | null;
  reason: string | null;
};

export const mostReason = 300;
