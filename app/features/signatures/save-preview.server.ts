import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { tokenHash } from "#app/lib/id.server.ts";
import { saveDraft } from "#app/features/letters/save-draft.server.ts";
import { chooseDivision } from "./internal/choose-division.server.ts";
import { lockWriter } from "./internal/lock-writer.server.ts";

export type Preview = {
  cookieToken: string;
  campaignId: string;
  body: string;
  /** Keys of the ticked recipients; null when never touched, then all. */
  recipients: string[] | null;
  /** The district that the writer chose among those of the postal code; "": they do not know; null: nothing to choose. */
  division?: string | null;
};

/** Keeps the half-written letter of whoever holds the cookie. "unknown": the cookie stands for nothing here any more. */
export async function savePreview(
  by: By,
  { cookieToken, campaignId, body, recipients, division = null }: Preview,
): Promise<{ outcome: "saved" | "unknown" }> {
  return transaction(async (tx) => {
    const signature = await lockWriter(tx, by, tokenHash(cookieToken), campaignId);
    if (!signature) return { outcome: "unknown" };
    await chooseDivision(tx, by, signature.id, division);
    await saveDraft(tx, by, { signatureId: signature.id, body, recipients });
    return { outcome: "saved" };
  });
}
