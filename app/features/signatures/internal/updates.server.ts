import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";

/** Takes back that this signature's person wants news. What was agreed to before stays on record; the latest word holds. */
export async function endUpdates(tx: Tx, by: By, signatureId: string): Promise<void> {
  await tx.sql(
    "signatures-end-updates",
    `insert into "Consent" ("id", "signatureId", "campaignId", "purpose", "given", "wordingVersion", "locale", "at")
     select $1::uuid, "signatureId", "campaignId", "purpose", false, "wordingVersion", "locale", $3::timestamptz
     from (
       select * from "Consent" where "signatureId" = $2 and "purpose" = 'updates' order by "at" desc, "id" desc limit 1
     ) latest
     where latest."given"`,
    [newId(by.now), signatureId, by.now],
    none,
  );
}
