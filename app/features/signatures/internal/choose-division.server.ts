import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";

/** Keeps the district that a writer chose, unless their postal code says it already. */
export async function chooseDivision(tx: Tx, _by: By, signatureId: string, division: string | null): Promise<void> {
  if (division === null) return;
  await tx.sql(
    "signatures-choose-division",
    `update "Signature" set "houseDivisionId" = $2, "divisionMethod" = 'self'
     where "id" = $1 and ("houseDivisionId" is null or "divisionMethod" = 'self')`,
    [signatureId, division],
    none,
  );
}
