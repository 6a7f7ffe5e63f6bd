import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { tokenHash } from "#app/lib/id.server.ts";
import { suppressAddress } from "#app/features/delivery/suppress-address.server.ts";
import { deletePending } from "./internal/delete-pending.server.ts";
import { lockByToken } from "./internal/signature-row.server.ts";
import { endUpdates } from "./internal/updates.server.ts";

/**
 * "This wasn't me", said behind the mailed link, also one that has expired, or by the mail program's own button (RFC
 * 8058): from now on this address is not written to about this campaign, and what nobody has confirmed is gone at once.
 * "stopped": a confirmed signature stays, counted, and no mail comes any more, news that were agreed to included. Its
 * owner has said that it is theirs; a button that reads "Unsubscribe" asks for no withdrawal, and their page has one.
 */
export async function disownSignature(
  by: By,
  { token }: { token: string },
): Promise<{ outcome: "erased" | "stopped" | "unknown" }> {
  return transaction(async (tx) => {
    const signature = await lockByToken(tx, tokenHash(token), ["confirm"]);
    if (!signature?.person || signature.state === "expired") return { outcome: "unknown" };
    const { id, campaignId, person } = signature;
    await suppressAddress(tx, by, { email: person.email, scope: `campaign:${campaignId}`, reason: "not-me" });
    if (signature.state === "pending") {
      await deletePending(tx, by, [id]);
      return { outcome: "erased" };
    }
    await endUpdates(tx, by, id);
    return { outcome: "stopped" };
  });
}
