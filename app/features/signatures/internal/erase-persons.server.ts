import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { eraseWritings } from "./erase-writings.server.ts";

/** A state with fewer signatures of a campaign could point at a person. */
const smallest = 10;

/** The states of a campaign that many signed in; what `erasePersons` may keep. */
export function largePlaces(places: { stateDivisionId: string | null; n: number }[]): string[] {
  return places.filter(({ n }) => n >= smallest).flatMap(({ stateDivisionId }) => stateDivisionId ?? []);
}

/**
 * Erases the people behind confirmed or withdrawn signatures, which the caller has locked, with all that they wrote and
 * was mailed for them. What stays tells nobody: that somebody signed, on which day, in which of `places` where many did.
 */
export async function erasePersons(
  tx: Tx,
  by: By,
  { signatureIds, places }: { signatureIds: string[]; places: string[] },
): Promise<void> {
  if (signatureIds.length === 0) return;
  await eraseWritings(tx, by, signatureIds);
  await tx.sql(
    "signatures-erase",
    `update "Signature" set "sealedPerson" = null, "emailHmac" = null, "nameHmac" = null, "attemptHmac" = null,
       "mapId" = null, "houseDivisionId" = null, "divisionMethod" = 'none', "display" = 'none', "source" = null,
       "stateDivisionId" =
         case when "state" = 'confirmed' and "stateDivisionId" = any($3::text[]) then "stateDivisionId" end,
       "signedAt" = date_trunc('day', "signedAt"), "confirmedAt" = date_trunc('day', "confirmedAt"),
       "withdrawnAt" = date_trunc('day', "withdrawnAt"), "remindedAt" = null, "erasedAt" = $2
     where "id" = any($1::uuid[])`,
    [signatureIds, by.now, places],
    none,
  );
}
