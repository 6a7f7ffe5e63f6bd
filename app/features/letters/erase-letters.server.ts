import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";

const idRow = z.object({ id: z.string() });

/**
 * Everything that these signatures wrote, drafts and earlier versions included, is gone; that a letter has left stays in
 * the figures, while what its writer still had to do is done by nobody. Answers the letters' ids, so
 * that what is still on its way can be cancelled.
 */
export async function eraseLetters(tx: Tx, _by: By, signatureIds: string[]): Promise<string[]> {
  await tx.sql(
    "letters-erase-drafts",
    `delete from "LetterDraft" where "signatureId" = any($1::uuid[])`,
    [signatureIds],
    none,
  );
  const erased = await tx.sql(
    "letters-erase",
    `with erased as (
       delete from "Letter" l where l."signatureId" = any($1::uuid[])
       returning l."id", l."campaignId", l."officeId", letter_status(l."current", l."state", l."channel",
         exists (select from "HandOver" h where h."letterId" = l."id")) as "status"
     ), kept as (
       insert into "LetterDelta" ("campaignId", "officeId", "status", "n")
       select "campaignId", "officeId", "status", 1 from erased where "status" = 'done' or "status" = 'mailed'
     )
     select "id" from erased`,
    [signatureIds],
    idRow,
  );
  return erased.map((one) => one.id);
}
