import { z } from "zod";
import { days, later, minutes, seconds } from "#app/lib/time.ts";
import type { CampaignInstants } from "#app/features/campaigns/campaign.ts";
import { endOf } from "#app/features/campaigns/campaign.ts";

export const signatureStates = ["pending", "confirmed", "withdrawn", "expired"] as const;
export type SignatureState = (typeof signatureStates)[number];

/** How long the mailed link confirms. */
export const linkLife = days(7);
/** How long somebody who has not confirmed is kept, and how long the cookie finds a half-written letter. */
export const pendingLife = days(14);
/** After how long somebody who has not confirmed is reminded, once; not in the last days before the erasure. */
export const remindAfter = days(2);
export const remindUntil = days(12);
/** A second press of the button within this time is the same attempt, and the first one's cookie still works so long. */
export const sameAttempt = seconds(60);
/** How long the mailed link shows a confirmed signature where the campaign has no end. */
export const openEndedLife = days(400);
/** How long the link that `/me` mails opens everything that an address signed. */
export const personalLinkLife = minutes(30);

/**
 * What a signature may become; `after` and `then`: what the worker does with one that stays. The database has the same
 * states in a CHECK; a test compares them. "This wasn't me", and taking back a pending one, delete it. Whoever has taken
 * theirs back can sign anew: a new row.
 */
export const signatureTransitions: Record<
  SignatureState,
  {
    becomes: readonly SignatureState[];
    holdsPlace: boolean;
    after: number | null;
    then: string;
    told: "nobody" | "writer";
  }
> = {
  pending: {
    becomes: ["confirmed", "expired"],
    holdsPlace: false,
    after: pendingLife,
    then: "expires: person, letters and mails are erased",
    told: "nobody",
  },
  confirmed: {
    becomes: ["withdrawn"],
    holdsPlace: true,
    after: null,
    then: "the person is erased when the campaign's retention ends; the count stays",
    told: "writer",
  },
  withdrawn: {
    becomes: [],
    holdsPlace: false,
    after: null,
    then: "the person is erased when the campaign's retention ends; it counts nowhere",
    told: "writer",
  },
  expired: {
    becomes: [],
    holdsPlace: false,
    after: null,
    then: "deleted with the campaign's retention",
    told: "nobody",
  },
};

/** "confirm": the mailed link. "letter": the cookie given by signing. "writer": the cookie given behind the mailed link. */
export const tokenPurposes = ["confirm", "letter", "writer"] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

/** Whence the division is known: the postal code, the writer's own choice, or not at all. */
export const divisionMethods = ["zip", "self", "none"] as const;
export type DivisionMethod = (typeof divisionMethods)[number];

/** Where a signature counts, as the directory says for its postal code. */
export type SignaturePlace = {
  mapId: string | null;
  stateDivisionId: string | null;
  houseDivisionId: string | null;
  method: DivisionMethod;
};

export const displays = ["none", "initials", "name"] as const;
export type Display = (typeof displays)[number];

/** What a form chose of them; null for anything else. */
export function displayOf(posted: string | undefined): Display | null {
  return displays.find((one) => one === posted) ?? null;
}

/** Who signed: what is sealed. Texts are empty when not given. */
export const personSchema = z.object({
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  country: z.string(),
  postalCode: z.string(),
  streetAddress: z.string(),
  locality: z.string(),
  region: z.string(),
});
export type Person = z.output<typeof personSchema>;

/** Of this version was the wording beside the button. */
export const consentWording = "2026-11-24";

/** When the person behind a confirmed signature is erased, and the mailed link ends. */
export function retentionEnd(campaign: CampaignInstants & { retentionDays: number }, now: Date): Date {
  const end = endOf(campaign);
  return end === null ? later(now, openEndedLife) : later(end, days(campaign.retentionDays));
}
