import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { tokenHash } from "#app/lib/id.server.ts";
import { suppressAddress } from "#app/features/delivery/suppress-address.server.ts";
import { deletePending } from "./internal/delete-pending.server.ts";
import { lockByToken } from "./internal/signature-row.server.ts";

/**
 * "This wasn't me", said behind the mailed link, also one that has expired: what was entered is gone at once, and this
 * address is not written to again about this campaign. A confirmed signature is not erased by it.
 */
export async function disownSignature(
  by: By,
  { token }: { token: string },
): Promise<{ outcome: "erased" | "confirmed" | "unknown" }> {
  return transaction(async (tx) => {
    const signature = await lockByToken(tx, tokenHash(token), ["confirm"]);
    if (!signature?.person || signature.state === "expired") return { outcome: "unknown" };
    if (signature.state !== "pending") return { outcome: "confirmed" };
    const { id, campaignId, person } = signature;
    await suppressAddress(tx, by, { email: person.email, scope: `campaign:${campaignId}`, reason: "not-me" });
    await deletePending(tx, by, [id]);
    return { outcome: "erased" };
  });
}
