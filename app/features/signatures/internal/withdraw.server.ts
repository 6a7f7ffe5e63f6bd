import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { cancelDeliveries } from "#app/features/delivery/cancel-deliveries.server.ts";
import { letterIdsOf } from "#app/features/letters/letter-ids-of.server.ts";
import { recordEvents } from "./events.server.ts";

/**
 * Takes confirmed signatures back, which the caller has locked: their places are free, they count no more, what has not
 * left stays here, and nobody writes under them. One that is withdrawn already stays as it is.
 *
 * The −1 has every dimension of the +1 that counted it, its day too: it lands on the day of confirming, not on the day
 * of withdrawing. So each cell of each cube is at any time the number of rows in state "confirmed" that fall into it, never
 * negative, and a recount of `Signature` proves it; when somebody left is a cube of its own.
 */
export async function withdraw(tx: Tx, by: By, signatureIds: string[]): Promise<void> {
  const withdrawn = await tx.sql(
    "signatures-withdraw",
    statement,
    [signatureIds, by.now],
    z.object({ id: z.string() }),
  );
  const ids = withdrawn.map(({ id }) => id);
  if (ids.length === 0) return;
  await recordEvents(tx, by, { signatureIds: ids, from: "confirmed", to: "withdrawn", cause: "withdrawn" });
  const letterIds = await letterIdsOf(tx, by, ids);
  await cancelDeliveries(tx, by, { subjectKind: "letter", subjectIds: letterIds });
  await cancelDeliveries(tx, by, { subjectKind: "signature", subjectIds: ids });
  await tx.sql(
    "signatures-withdraw-cookies",
    `delete from "Token" where "signatureId" = any($1::uuid[]) and "purpose" <> 'confirm'`,
    [ids],
    none,
  );
}

const statement = `with withdrawn as (
   update "Signature" set "state" = 'withdrawn', "holdsPlace" = false, "withdrawnAt" = $2
   where "id" = any($1::uuid[]) and "state" = 'confirmed'
   returning "id", "campaignId", "confirmedAt", "stateDivisionId", "houseDivisionId", "country", "source"
 ), uncounted as (
   insert into "TallyDelta" ("campaignId", "at", "kind", "n", "signatureId", "divisionId", "houseDivisionId", "country", "source")
   select "campaignId", "confirmedAt", 'confirmed', -1, "id", "stateDivisionId", "houseDivisionId", "country", "source"
   from withdrawn
   union all select "campaignId", $2, 'withdrawn', 1, null, null, null, null, null from withdrawn
 )
 select "id" from withdrawn`;
