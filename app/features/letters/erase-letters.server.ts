import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";

const idRow = z.object({ id: z.string() });

/**
 * Everything that these signatures wrote, drafts and earlier versions included, is gone. Answers the letters' ids, so
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
    `delete from "Letter" where "signatureId" = any($1::uuid[]) returning "id"`,
    [signatureIds],
    idRow,
  );
  return erased.map((one) => one.id);
}
