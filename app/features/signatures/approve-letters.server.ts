import type { By } from "#app/lib/by.ts";
import { sql, transaction } from "#app/lib/db.server.ts";
import { tokenHash } from "#app/lib/id.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import type { ComposedLetter } from "#app/features/letters/compose-letter.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import { saveDraft } from "#app/features/letters/save-draft.server.ts";
import { storeLetters } from "#app/features/letters/store-letters.server.ts";
import { chooseDivision } from "./internal/choose-division.server.ts";
import { letterMails } from "./internal/letter-mails.server.ts";
import { lockWriter } from "./internal/lock-writer.server.ts";
import { readByToken } from "./internal/signature-row.server.ts";
import { release } from "./internal/release.server.ts";

export type Approval = {
  cookieToken: string;
  campaign: Pick<Campaign, "id" | "isDemo" | "locale" | "opensAt" | "closesAt" | "publishedAt" | "closedAt">;
  body: string;
  /** Share of the body that is the campaign's text. */
  commonShare: number;
  /** The letters that the writer has before them and ticked, as they are to be stored, with whom each is for. */
  entries: { recipient: Recipient; letter: ComposedLetter }[];
  /** The ticked keys: "your representative" stays ticked until a district is chosen. */
  ticked: string[];
  /** The district that the writer chose among those of the postal code; "": they do not know; null: nothing to choose. */
  division: string | null;
};

export type Approved =
  /** "approved": they wait for the mailed link. "released": it is confirmed, and they go. */
  { outcome: "approved" | "released" } | { outcome: "unknown" | "campaign-closed" };

/**
 * Stores the letters that their writer approved. Before confirming they wait, and the page behind the mailed link shows
 * them; after it only the cookie given there approves, and they go at once.
 */
export async function approveLetters(by: By, approval: Approval): Promise<Approved> {
  const { cookieToken, campaign, body, commonShare, entries, ticked, division } = approval;
  if (campaignState(campaign, by.now) !== "open") return { outcome: "campaign-closed" };
  const hash = tokenHash(cookieToken);
  const known = await readByToken({ sql }, hash, ["letter", "writer"]);
  if (!known?.person || known.campaignId !== campaign.id) return { outcome: "unknown" };
  const { person } = known;
  const letters = entries.map(({ letter }) => letter);
  const recipients = entries.map(({ recipient }) => recipient);
  // Rendered whether or not it is confirmed by now: another window may do that in between.
  const mails = await letterMails(by, { letters, recipients, person, campaign });

  return transaction(async (tx): Promise<Approved> => {
    const signature = await lockWriter(tx, by, hash, campaign.id);
    if (!signature) return { outcome: "unknown" };
    await chooseDivision(tx, by, signature.id, division);
    await saveDraft(tx, by, { signatureId: signature.id, body, recipients: ticked });
    await storeLetters(tx, by, { signatureId: signature.id, campaignId: campaign.id, commonShare, letters });
    if (signature.state !== "confirmed") return { outcome: "approved" };
    // Also one that stood before and could not leave then; its text is the one that was approved just now.
    const waiting = (await lettersOf(signature.id, tx)).filter((letter) => letter.state === "approved");
    await release(tx, by, waiting, mails, new Set());
    return { outcome: "released" };
  });
}
