import type { By } from "#app/lib/by.ts";
import { none } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";

/** The links that went to an address and were not used do nothing any more. */
export async function revokeInvitationsTo(tx: Tx, by: By, email: string): Promise<void> {
  await tx.sql(
    "invitations-revoke-to",
    `update "Invitation" set "revokedAt" = $2 where "email" = $1 and "usedAt" is null and "revokedAt" is null`,
    [email, by.now],
    none,
  );
}

/** So do those that somebody sent who may invite nobody any more: what an admin set up before they left opens nothing. */
export async function revokeInvitationsFrom(tx: Tx, by: By, accountId: string): Promise<void> {
  await tx.sql(
    "invitations-revoke-from",
    `update "Invitation" set "revokedAt" = $2 where "invitedById" = $1 and "usedAt" is null and "revokedAt" is null`,
    [accountId, by.now],
    none,
  );
}
