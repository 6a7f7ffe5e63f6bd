import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";

type OwnLetter = { signatureId: string; letterId: string };

const idRow = z.object({ id: z.string() });

/**
 * The writer says that they handed a letter over themselves; a second time changes nothing. Also before confirming: who
 * carries a letter needs nobody's leave. "unknown": not a current letter of this signature, or one that we mail.
 */
export async function markHandedOver(
  by: By,
  { signatureId, letterId }: OwnLetter,
): Promise<{ outcome: "marked" | "unknown" }> {
  if (!z.uuid().safeParse(letterId).success) return { outcome: "unknown" };
  const found = await sql(
    "letters-mark-handed-over",
    `with own as (
       select "id" from "Letter"
       where "id" = $1 and "signatureId" = $2 and "current" and "channel" = 'hand-over'
     ), marked as (
       insert into "HandOver" ("letterId", "doneAt") select "id", $3 from own on conflict ("letterId") do nothing
     )
     select "id" from own`,
    [letterId, signatureId, by.now],
    idRow,
  );
  return { outcome: found.length > 0 ? "marked" : "unknown" };
}

/** "Not done after all": the letter is the writer's to hand over again. */
export async function unmarkHandedOver(
  _by: By,
  { signatureId, letterId }: OwnLetter,
): Promise<{ outcome: "unmarked" | "unknown" }> {
  if (!z.uuid().safeParse(letterId).success) return { outcome: "unknown" };
  const found = await sql(
    "letters-unmark-handed-over",
    `delete from "HandOver" h using "Letter" l
     where h."letterId" = $1 and l."id" = h."letterId" and l."signatureId" = $2 and l."current" returning l."id"`,
    [letterId, signatureId],
    idRow,
  );
  return { outcome: found.length > 0 ? "unmarked" : "unknown" };
}
