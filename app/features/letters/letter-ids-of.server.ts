import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";

/** All letters of these signatures, earlier versions included: what was queued for them is found by these ids. */
export async function letterIdsOf(tx: Tx, _by: By, signatureIds: string[]): Promise<string[]> {
  const letters = await tx.sql(
    "letter-ids-of",
    `select "id" from "Letter" where "signatureId" = any($1::uuid[])`,
    [signatureIds],
    z.object({ id: z.string() }),
  );
  return letters.map(({ id }) => id);
}
