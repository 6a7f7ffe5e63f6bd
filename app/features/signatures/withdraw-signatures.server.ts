import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { matterIds } from "#app/features/campaigns/matter-ids.server.ts";
import { deletePending } from "./internal/delete-pending.server.ts";
import { openedSignatures } from "./internal/opened-signatures.server.ts";
import { withdraw } from "./internal/withdraw.server.ts";
import type { SignatureKey } from "./signature-key.ts";

/**
 * Takes back what a key opens. Confirmed: it counts no more, its place is free, letters that have not left do not go.
 * Pending: it is deleted. Twice is the same success. Whoever took theirs back can sign again. "unknown": the key opens
 * nothing, or not this signature.
 */
export async function withdrawSignatures(
  by: By,
  key: SignatureKey,
): Promise<{ outcome: "withdrawn" | "deleted" | "unknown" }> {
  const matters = await matterIds(by);
  return transaction(async (tx) => {
    const opened = await openedSignatures(tx, by, { key, matterIds: matters, isLocked: true });
    if (!opened || opened.signatures.length === 0) return { outcome: "unknown" };
    const { signatures } = opened;
    const idsIn = (state: string) => signatures.filter((one) => one.state === state).map(({ id }) => id);
    await withdraw(tx, by, idsIn("confirmed"));
    await deletePending(tx, by, idsIn("pending"));
    return { outcome: signatures.every(({ state }) => state === "pending") ? "deleted" : "withdrawn" };
  });
}
