import type { z } from "zod";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import type { letterSchema } from "#app/features/letters/letter-form.ts";
import { commonShare } from "#app/features/letters/own-share.ts";
import type { By } from "#app/lib/by.ts";
import { approveLetters } from "./approve-letters.server.ts";
import type { Approved } from "./approve-letters.server.ts";
import { composeLetters } from "./compose-letters.server.ts";
import type { LettersInProgress } from "./compose-letters.server.ts";
import { savePreview } from "./save-preview.server.ts";
import type { Signature } from "./signature-of.server.ts";
import { isTicked, knownKeys } from "./ticked.ts";

export type FormApproved =
  /** "saved": one of these letters has not been shown yet, and would leave at once. */
  { outcome: Approved["outcome"] | "saved"; letters: LettersInProgress };

/** Approves what the form of `/letter` says, for those whom the campaign addresses for this writer. */
export async function approveForm(
  by: By,
  campaign: Campaign,
  signature: Signature,
  cookieToken: string,
  { body, division, recipient: posted }: z.output<typeof letterSchema>,
): Promise<FormApproved> {
  const letters = await composeLetters(by, campaign, signature, { body, division });
  const { found, mayChoose, houseDivisionId, common } = letters;
  const candidates = found.chooseFrom.map(({ key }) => key);
  const entries = letters.entries.filter(({ recipient }) => isTicked(posted, recipient.key, candidates));
  const ticked = knownKeys(posted, letters);
  const chosen = mayChoose ? (houseDivisionId ?? "") : null;
  // Before confirming every text is shown behind the mailed link. After it nothing is: a member who was chosen on this
  // very form has a letter that nobody has read.
  if (signature.state === "confirmed" && entries.some(({ recipient }) => !posted.includes(recipient.key))) {
    const keep = { cookieToken, campaignId: campaign.id, body, recipients: ticked, division: chosen };
    const { outcome } = await savePreview(by, keep);
    return { outcome, letters };
  }
  const approval = { cookieToken, campaign, body, entries, ticked, division: chosen };
  const { outcome } = await approveLetters(by, { ...approval, commonShare: commonShare(body, common) });
  return { outcome, letters };
}
