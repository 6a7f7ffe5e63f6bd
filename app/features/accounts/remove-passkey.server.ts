import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";

/** Takes a passkey of whoever asks away: it opens nothing any more. One of somebody else is unknown to them. */
export async function removePasskey(by: By, id: string): Promise<"removed" | "unknown"> {
  if (!z.uuid().safeParse(id).success || by.accountId === undefined) return "unknown";
  const { accountId } = by;
  return transaction(async (tx) => {
    const removed = await tx.sql(
      "passkey-remove",
      `delete from "Passkey" where "id" = $1 and "userId" = $2 returning "id"`,
      [id, accountId],
      none,
    );
    if (removed.length === 0) return "unknown";
    await recordAudit(tx, by, { action: "passkey-removed", subjectKind: "account", subjectId: accountId, change: {} });
    return "removed";
  });
}
