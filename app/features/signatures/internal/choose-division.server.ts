import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";

/**
 * Keeps the district that a writer chose, unless their postal code says it already. "": they do not know, which takes an
 * earlier choice back. Null: there was nothing to choose. One that is counted already is counted there from now on.
 */
export async function chooseDivision(tx: Tx, _by: By, signatureId: string, division: string | null): Promise<void> {
  if (division === null) return;
  await tx.sql(
    "signatures-choose-division",
    `with was as (
       select * from "Signature" where "id" = $1
         and ("divisionMethod" = 'self' or ("houseDivisionId" is null and $2 <> ''))
       for update
     ), chosen as (
       update "Signature" s set "houseDivisionId" = nullif($2, ''),
         "divisionMethod" = case when $2 = '' then 'zip' else 'self' end
       from was where s."id" = was."id" returning s."houseDivisionId"
     )
     insert into "TallyDelta" ("campaignId", "at", "kind", "n", "divisionId", "houseDivisionId", "country")
     select was."campaignId", was."confirmedAt", 'moved', moved."n", was."stateDivisionId", moved."houseDivisionId", was."country"
     from was cross join lateral (
       values (-1, was."houseDivisionId"), (1, (select "houseDivisionId" from chosen))
     ) as moved("n", "houseDivisionId")
     where was."state" = 'confirmed'`,
    [signatureId, division],
    none,
  );
}
