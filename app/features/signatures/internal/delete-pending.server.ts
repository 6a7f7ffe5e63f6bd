import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { eraseWritings } from "./erase-writings.server.ts";

/** Signatures that nobody has confirmed, which the caller has locked: gone, as if nothing had been entered. */
export async function deletePending(tx: Tx, by: By, signatureIds: string[]): Promise<void> {
  if (signatureIds.length === 0) return;
  await eraseWritings(tx, by, signatureIds);
  // Their tokens and events go with them.
  await tx.sql(
    "signatures-delete-pending",
    `delete from "Signature" where "id" = any($1::uuid[]) and "state" = 'pending'`,
    [signatureIds],
    none,
  );
}
