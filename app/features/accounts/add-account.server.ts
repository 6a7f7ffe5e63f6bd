import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { none } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import type { Role } from "./account.ts";

/** Somebody who may sign in from now on. `passwordHash` comes from `passwordHash()`, made before the transaction. */
export interface NewAccount {
  /** For somebody new; who was removed comes back under their own. */
  id: string;
  email: string;
  name: string;
  role: Role;
  passwordHash: string;
}

/**
 * Makes the account of an address whose holder is known: who was invited has opened the link that only they got. The
 * address of somebody who was removed takes up that account again. Null: the address has an account already.
 */
export async function addAccount(tx: Tx, by: By, given: NewAccount): Promise<{ id: string } | null> {
  const { id, email, name, role, passwordHash } = given;
  const [user] = await tx.sql(
    "account-add",
    `insert into "User" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "role")
     values ($1, $2, lower($3), true, $4, $4, $5)
     on conflict ("email") do update set "name" = $2, "role" = $5, "updatedAt" = $4, "removedAt" = null
       where "User"."removedAt" is not null
     returning "id"`,
    [id, name, email, by.now, role],
    z.object({ id: z.string() }),
  );
  if (!user) return null;
  await tx.sql(
    "account-credential",
    `insert into "Account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
     values ($1, $2::text, 'credential', $2::uuid, $3, $4, $4)`,
    [id, user.id, passwordHash, by.now],
    none,
  );
  await recordAudit(tx, by, {
    action: "account-added",
    subjectKind: "account",
    subjectId: user.id,
    change: { role },
  });
  return user;
}
