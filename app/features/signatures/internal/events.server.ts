import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import type { SignatureState } from "../signature.ts";

type Happened = { signatureIds: string[]; from: SignatureState | null; to: SignatureState; cause: string };

/** Writes down what happened to signatures; no person in it. */
export async function recordEvents(tx: Tx, by: By, { signatureIds, from, to, cause }: Happened): Promise<void> {
  await tx.sql(
    "signatures-record-events",
    `insert into "SignatureEvent" ("signatureId", "at", "from", "to", "cause")
     select unnest($1::uuid[]), $2::timestamptz, $3, $4, $5`,
    [signatureIds, by.now, from, to, cause],
    none,
  );
}
