import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import type { TokenPurpose } from "../signature.ts";

export type NewToken = { hash: Uint8Array; purpose: TokenPurpose; signatureId: string; expiresAt: Date };

/** Of one signature and one purpose; somebody who opens the letters a hundred times uses the last of them. */
const mostTokens = 50;

/** Keeps the hash of a secret that is given out; where there are too many, the one that ends first goes. */
export async function insertToken(tx: Tx, { hash, purpose, signatureId, expiresAt }: NewToken): Promise<void> {
  await tx.sql(
    "signatures-insert-token",
    `with gone as (
       delete from "Token" where "hash" in (
         select "hash" from "Token" where "signatureId" = $3 and "purpose" = $2 order by "expiresAt" desc, "hash" offset $5)
     )
     insert into "Token" ("hash", "purpose", "signatureId", "expiresAt") values ($1, $2, $3, $4)`,
    [hash, purpose, signatureId, expiresAt, mostTokens - 1],
    none,
  );
}
