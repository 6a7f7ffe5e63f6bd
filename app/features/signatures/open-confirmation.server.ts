import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { newToken } from "#app/lib/id.server.ts";
import { later } from "#app/lib/time.ts";
import { matterIds } from "#app/features/campaigns/matter-ids.server.ts";
import { openedSignatures } from "./internal/opened-signatures.server.ts";
import { insertToken } from "./internal/tokens.server.ts";
import { linkLife, pendingLife } from "./signature.ts";

/**
 * Gives whoever holds a personal link the page that confirms a pending signature of theirs: both links went to the same
 * address. Nothing is confirmed by it: that page shows every text, and its button does (fault 50).
 */
export async function openConfirmation(
  by: By,
  { token, ref }: { token: string; ref: string },
): Promise<{ outcome: "opened"; confirmToken: string } | { outcome: "unknown" }> {
  const link = newToken();
  const matters = await matterIds(by);
  return transaction(async (tx) => {
    const key = { link: "personal", token, ref } as const;
    const opened = await openedSignatures(tx, by, { key, matterIds: matters, isLocked: true });
    const [signature] = opened?.signatures ?? [];
    if (signature?.state !== "pending") return { outcome: "unknown" };
    const gone = later(signature.signedAt, pendingLife).getTime();
    const expiresAt = new Date(Math.min(later(by.now, linkLife).getTime(), gone));
    await insertToken(tx, { hash: link.hash, purpose: "confirm", signatureId: signature.id, expiresAt });
    return { outcome: "opened", confirmToken: link.token };
  });
}
