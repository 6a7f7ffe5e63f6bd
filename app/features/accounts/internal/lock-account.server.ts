import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { roles } from "../account.ts";

const row = z.object({ id: z.string(), role: z.enum(roles), email: z.string() });

/**
 * Holds the account that an admin is about to change, and their own, until the transaction ends. Null: nobody's, or who
 * asks is an admin no more; so of two who let each other go at once, one stays.
 */
export async function lockAccount(tx: Tx, by: By, id: string): Promise<z.output<typeof row> | null> {
  const { accountId } = by;
  // In one order for everybody, or two would wait for each other.
  const found = await tx.sql(
    "account-lock",
    `select "id", "role", "email" from "User" where "id" = any($1::uuid[]) and "removedAt" is null
     order by "id" for update`,
    [accountId === undefined ? [id] : [id, accountId]],
    row,
  );
  const mayStill = accountId === undefined || found.some((one) => one.id === accountId && one.role === "admin");
  return mayStill ? (found.find((one) => one.id === id) ?? null) : null;
}
