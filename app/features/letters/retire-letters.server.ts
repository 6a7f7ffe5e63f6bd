import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";

/**
 * Deletes the approved letters of a signature that have not left: what they say of their writer is no longer so. Their
 * writer reads and approves new ones.
 */
export async function retireLetters(tx: Tx, _by: By, signatureId: string): Promise<void> {
  await tx.sql(
    "letters-retire",
    `delete from "Letter" l where l."signatureId" = $1 and l."current" and l."state" = 'approved'
       and not exists (select 1 from "HandOver" h where h."letterId" = l."id")`,
    [signatureId],
    none,
  );
}
