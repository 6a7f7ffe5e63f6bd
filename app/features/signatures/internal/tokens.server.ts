import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import type { TokenPurpose } from "../signature.ts";

export type NewToken = { hash: Uint8Array; purpose: TokenPurpose; signatureId: string; expiresAt: Date };

/** Keeps the hash of a secret that is given out. */
export async function insertToken(tx: Tx, { hash, purpose, signatureId, expiresAt }: NewToken): Promise<void> {
  await tx.sql(
    "signatures-insert-token",
    `insert into "Token" ("hash", "purpose", "signatureId", "expiresAt") values ($1, $2, $3, $4)`,
    [hash, purpose, signatureId, expiresAt],
    none,
  );
}
