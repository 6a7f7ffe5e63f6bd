/**
 * A letter is approved by its writer, then released by the confirmation behind the mailed link; "held" instead, where what
 * it rests on has changed in between: no text for one official goes to another, none is changed unseen (fault 51).
 */
export const letterStates = ["approved", "released", "held"] as const;
export type LetterState = (typeof letterStates)[number];

/** What a letter may become, by what. The database has the same states in a CHECK. */
export const letterTransitions: Record<LetterState, { becomes: readonly LetterState[]; by: string }> = {
  approved: { becomes: ["released", "held"], by: "the writer confirms behind the mailed link" },
  released: { becomes: [], by: "" },
  // Its writer is asked, and writes another one.
  held: { becomes: [], by: "" },
};

/** "email": we send it once it is released. "hand-over": its writer carries it, also before confirming. */
export const letterChannels = ["email", "hand-over"] as const;
export type LetterChannel = (typeof letterChannels)[number];

/** Whether a letter is beyond change: mailed once released, or handed over by its writer. */
export function hasLeft(letter: Pick<StoredLetter, "channel" | "state" | "doneAt">): boolean {
  return letter.doneAt !== null || (letter.state === "released" && letter.channel === "email");
}

/** What a letter rests on, with the day of the directory that said so. No person's datum but the recipient's name. */
export type LetterFacts = {
  recipientName: string;
  officeId: string;
  officialId: string | null;
  audience: string;
  act: string;
  divisionId: string | null;
  directoryAsOf: string | null;
  /** The measure that was asked for. */
  measureId: string | null;
};

/** A current letter of a signature, readable. */
export type StoredLetter = {
  id: string;
  campaignId: string;
  officeId: string;
  officialId: string | null;
  /** Under this name the recipient stood when the letter was written. */
  recipientName: string;
  /** What it asks, and for which measure; null also in letters of before measures were known. */
  act: string;
  measureId: string | null;
  channel: LetterChannel;
  state: LetterState;
  subject: string;
  text: string;
  approvedAt: Date;
  releasedAt: Date | null;
  /** When its writer said that it is handed over. */
  doneAt: Date | null;
};
