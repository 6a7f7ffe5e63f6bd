import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";

/**
 * Keeps the district that a writer chose, unless their postal code says it already. "": they do not know, which takes an
 * earlier choice back. Null: there was nothing to choose.
 */
export async function chooseDivision(tx: Tx, _by: By, signatureId: string, division: string | null): Promise<void> {
  if (division === null) return;
  await tx.sql(
    "signatures-choose-division",
    `update "Signature" set "houseDivisionId" = nullif($2, ''),
       "divisionMethod" = case when $2 = '' then 'zip' else 'self' end
     where "id" = $1 and ("divisionMethod" = 'self' or ("houseDivisionId" is null and $2 <> ''))`,
    [signatureId, division],
    none,
  );
}
