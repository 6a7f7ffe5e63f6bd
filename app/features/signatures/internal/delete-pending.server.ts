import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { eraseWritings } from "./erase-writings.server.ts";

/** Signatures that nobody has confirmed, which the caller has locked: gone, and counted no more as signed. */
export async function deletePending(tx: Tx, by: By, signatureIds: string[]): Promise<void> {
  if (signatureIds.length === 0) return;
  await eraseWritings(tx, by, signatureIds);
  // Their tokens and events go with them.
  await tx.sql(
    "signatures-delete-pending",
    `with gone as (
       delete from "Signature" where "id" = any($1::uuid[]) and "state" = 'pending' returning "campaignId", "signedAt"
     )
     insert into "TallyDelta" ("campaignId", "at", "kind", "n") select "campaignId", "signedAt", 'signed', -1 from gone`,
    [signatureIds],
    none,
  );
}
