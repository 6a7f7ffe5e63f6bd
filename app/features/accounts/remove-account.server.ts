import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import { lockAccount } from "./internal/lock-account.server.ts";
import { revokeInvitationsFrom, revokeInvitationsTo } from "./internal/revoke-invitations.server.ts";

/** What goes with an account; its row stays as the name of what was done. */
const taken = ["Session", "Account", "TwoFactor", "Passkey", "CampaignMember"] as const;

/** Takes an account away, at once its sessions and the invitations that it sent. Nobody removes themselves, so that an admin is always left. */
export async function removeAccount(by: By, id: string): Promise<"removed" | "own" | "unknown"> {
  if (id === by.accountId) return "own";
  return transaction(async (tx) => {
    const removed = await lockAccount(tx, by, id);
    if (!removed) return "unknown";
    await tx.sql(
      "account-remove",
      `update "User" set "removedAt" = $2, "updatedAt" = $2, "twoFactorEnabled" = false where "id" = $1`,
      [id, by.now],
      none,
    );
    for (const table of taken)
      await tx.sql(`account-remove-${table}`, `delete from "${table}" where "userId" = $1`, [id], none);
    await revokeInvitationsTo(tx, by, removed.email);
    await revokeInvitationsFrom(tx, by, id);
    await recordAudit(tx, by, {
      action: "account-removed",
      subjectKind: "account",
      subjectId: id,
      change: { role: removed.role },
    });
    return "removed";
  });
}
