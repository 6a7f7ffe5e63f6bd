import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { eraseDeliveries } from "#app/features/delivery/erase-deliveries.server.ts";
import { eraseLetters } from "#app/features/letters/erase-letters.server.ts";

/** What these signatures wrote, was mailed for them and was agreed: gone, each in its owner's verb. */
export async function eraseWritings(tx: Tx, by: By, signatureIds: string[]): Promise<void> {
  const letterIds = await eraseLetters(tx, by, signatureIds);
  await eraseDeliveries(tx, by, { subjectKind: "letter", subjectIds: letterIds });
  await eraseDeliveries(tx, by, { subjectKind: "signature", subjectIds: signatureIds });
  await tx.sql(
    "signatures-erase-consents",
    `delete from "Consent" where "signatureId" = any($1::uuid[])`,
    [signatureIds],
    none,
  );
  await tx.sql(
    "signatures-erase-tokens",
    `delete from "Token" where "signatureId" = any($1::uuid[])`,
    [signatureIds],
    none,
  );
}
