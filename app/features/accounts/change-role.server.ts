import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import type { Role } from "./account.ts";
import { lockAccount } from "./internal/lock-account.server.ts";
import { revokeInvitationsFrom } from "./internal/revoke-invitations.server.ts";

/**
 * Gives somebody another role, which holds from their next request on, and for a link to a new password that was sent
 * them before; what they sent as an admin falls with it. "own": nobody changes their own, so that an admin is always left.
 */
export async function changeRole(by: By, id: string, role: Role): Promise<"changed" | "same" | "own" | "unknown"> {
  if (id === by.accountId) return "own";
  return transaction(async (tx) => {
    const before = await lockAccount(tx, by, id);
    if (!before) return "unknown";
    if (before.role === role) return "same";
    await tx.sql(
      "role-change",
      `update "User" set "role" = $2, "updatedAt" = $3 where "id" = $1`,
      [id, role, by.now],
      none,
    );
    await tx.sql(
      "role-change-invitations",
      `update "Invitation" set "role" = $2 where "email" = $1 and "usedAt" is null and "revokedAt" is null`,
      [before.email, role],
      none,
    );
    if (role !== "admin") await revokeInvitationsFrom(tx, by, id);
    await recordAudit(tx, by, {
      action: "role-changed",
      subjectKind: "account",
      subjectId: id,
      change: { from: before.role, to: role },
    });
    return "changed";
  });
}
