import type { Display, Person, SignatureState } from "./signature.ts";

/**
 * Everything that is stored of a person, by names that say what it is; the page and the download are made of it. No id of
 * a signature, a letter or a mail is among it: those tell instants to whoever can read them.
 */
export type PersonalData = {
  organization: string;
  readAt: Date;
  emailAddress: string;
  signatures: SignatureData[];
  /** Links that open all of an address; only behind such a link. */
  personalLinks: { expiresAt: Date }[];
};

export type SignatureData = {
  campaign: { title: string; address: string; language: string };
  state: SignatureState;
  number: number | null;
  signedAt: Date;
  confirmedAt: Date | null;
  remindedAt: Date | null;
  withdrawnAt: Date | null;
  person: Person;
  shownToThePublic: Display;
  place: {
    map: string | null;
    stateDivision: string | null;
    houseDivision: string | null;
    knownFrom: string;
  };
  cameFrom: string | null;
  locale: string;
  /** Which published version of the asks was signed; null: the first. */
  asksVersion: number | null;
  privacyWording: string;
  marks: string[];
  /** What is kept only as an HMAC, which cannot be turned back. */
  scrambled: ("emailAddress" | "name" | "formAndNetwork")[];
  agreements: { purpose: string; given: boolean; privacyWording: string; locale: string; at: Date }[];
  history: { at: Date; from: string | null; to: string; cause: string }[];
  links: { purpose: string; expiresAt: Date }[];
  draft: { text: string; recipients: string[] | null; savedAt: Date } | null;
  letters: LetterData[];
  /** To the person: links to confirm and the like. */
  mails: MailData[];
};

export type LetterData = {
  recipient: { name: string; office: string; official: string | null };
  subject: string;
  text: string;
  goes: string;
  state: string;
  isCurrent: boolean;
  shareOfTheCampaign: number;
  writtenFrom: Record<string, unknown>;
  factsAsOf: Date;
  approvedAt: Date;
  releasedAt: Date | null;
  handedOverAt: Date | null;
  mails: MailData[];
};

export type MailData = {
  kind: string;
  state: string;
  reason: string | null;
  queuedAt: Date;
  firstSentAt: Date | null;
  endedAt: Date | null;
  /** The mail itself is still in the outbox, sealed; else only that there was one. */
  isKept: boolean;
};
