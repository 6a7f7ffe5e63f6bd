import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { newToken, tokenHash } from "#app/lib/id.server.ts";
import { later } from "#app/lib/time.ts";
import { lockByToken } from "./internal/signature-row.server.ts";
import { insertToken } from "./internal/tokens.server.ts";
import { pendingLife } from "./signature.ts";

export type Opened =
  { outcome: "opened"; cookieToken: string; campaignId: string } | { outcome: "expired" | "unknown" };

/**
 * Gives whoever holds the mailed link the cookie that letters are written under. Before confirming it is one like that of
 * signing: confirming ends it, and gives the only one that approves afterwards (fault 50).
 */
export async function openWriter(by: By, { token }: { token: string }): Promise<Opened> {
  const writer = newToken();
  return transaction(async (tx): Promise<Opened> => {
    const signature = await lockByToken(tx, tokenHash(token), ["confirm"]);
    if (!signature?.person || (signature.state !== "pending" && signature.state !== "confirmed"))
      return { outcome: "unknown" };
    if (signature.expiresAt.getTime() <= by.now.getTime()) return { outcome: "expired" };
    const expiresAt = later(by.now, pendingLife);
    const purpose = signature.state === "confirmed" ? "writer" : "letter";
    await insertToken(tx, { hash: writer.hash, purpose, signatureId: signature.id, expiresAt });
    return { outcome: "opened", cookieToken: writer.token, campaignId: signature.campaignId };
  });
}
