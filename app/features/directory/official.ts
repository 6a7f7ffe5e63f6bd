/** Ways to reach an office that a message can take. */
export type Channel = "email" | "web-form" | "phone" | "post" | "cwc";

/** A site is where a person finds the form that we do not know; it is no channel of its own. */
export type ContactChannel = Channel | "site";

export type OfficeKind =
  | "house-seat"
  | "house-delegate-seat"
  | "senate-seat"
  | "executive"
  | "parliament"
  | "regional-congress"
  | "company"
  | "foreign-government";

/** What an office may learn of a supporter: the letter, the name, or only that somebody was counted. */
export type Disclosure = "letter" | "name-only" | "count-only";

export interface Contact {
  channel: ContactChannel;
  value: string;
  label: string;
  /** The fields that the office's form asks for, by contact-congress's names; null when nobody knows. */
  needs: string[] | null;
  captcha: boolean | null;
  /** ISO day on which somebody last looked. */
  asOf: string;
}

/** An office and, where it is held by name, its holder: somebody who can be written to. */
export interface Recipient {
  /** Bioguide id of a member of Congress, else the office's id. */
  key: string;
  officeId: string;
  officialId: string | null;
  kind: OfficeKind;
  chamber: "house" | "senate" | null;
  hasFloorVote: boolean;
  canCosponsor: boolean;
  disclosure: Disclosure;
  name: string;
  given: string | null;
  family: string | null;
  /** "Representative, California, 30th district"; for an office without a named holder, the body it belongs to. */
  officeName: string;
  bodyName: string;
  divisionId: string | null;
  divisionName: string | null;
  stateCode: string | null;
  party: string | null;
  /** What follows "Dear": "Secretary of State"; null where the holder is addressed by name. */
  salutation: string | null;
  timeZone: string;
  contacts: Contact[];
}

const bioguide = "bioguide:";

/** The id by which the outside knows an official: members of Congress by the bare Bioguide id. */
export function keyOf(officialId: string): string {
  return officialId.startsWith(bioguide) ? officialId.slice(bioguide.length) : officialId;
}

/** The channels an office can be reached by, each once. A bare site is none, nor is a form of unknown fields. */
export function channelsOf(recipient: Pick<Recipient, "contacts">): Channel[] {
  const channels = recipient.contacts.flatMap(({ channel, needs }) =>
    channel === "site" || (channel === "web-form" && needs === null) ? [] : [channel],
  );
  return [...new Set(channels)];
}
