import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { none } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Role } from "./account.ts";
import { revokeInvitationsFrom } from "./internal/revoke-invitations.server.ts";

/** Somebody who may sign in from now on. `passwordHash` is made before the transaction. */
export interface SetAccount {
  /** For an address without an account; one that has, or had, keeps its own. */
  id: string;
  email: string;
  name: string;
  role: Role;
  passwordHash: string;
}

/**
 * Sets the account of an address whose holder has shown that it is theirs: made, taken up again after it was removed, or
 * given another password and role; its sessions end and its passkeys go, its second factor stays. Answers its id.
 */
export async function setAccount(tx: Tx, by: By, given: SetAccount): Promise<string> {
  const { email, name, role, passwordHash } = given;
  const [user] = await tx.sql(
    "account-set",
    `insert into "User" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "role")
     values ($1, $2, lower($3), true, $4, $4, $5)
     on conflict ("email") do update set "name" = $2, "role" = $5, "updatedAt" = $4, "removedAt" = null
     returning "id"`,
    [given.id, name, email, by.now, role],
    z.object({ id: z.string() }),
  );
  const id = user?.id ?? given.id;
  await tx.sql(
    "account-password",
    `insert into "Account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
     values ($1, $2::text, 'credential', $2::uuid, $3, $4, $4)
     on conflict ("providerId", "accountId") do update set "password" = $3, "updatedAt" = $4`,
    [newId(by.now), id, passwordHash, by.now],
    none,
  );
  await tx.sql("account-sessions-end", `delete from "Session" where "userId" = $1`, [id], none);
  await tx.sql("account-passkeys-end", `delete from "Passkey" where "userId" = $1`, [id], none);
  if (role !== "admin") await revokeInvitationsFrom(tx, by, id);
  const action = id === given.id ? "account-added" : "account-set";
  await recordAudit(tx, by, { action, subjectKind: "account", subjectId: id, change: { role } });
  return id;
}
