import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";

/** Whether a signature's person asked for news; the latest word holds. */
export async function wantsUpdates(_by: By, signatureId: string): Promise<boolean> {
  const [latest] = await sql(
    "signatures-wants-updates",
    `select "given" from "Consent" where "signatureId" = $1 and "purpose" = 'updates'
     order by "at" desc, "id" desc limit 1`,
    [signatureId],
    z.object({ given: z.boolean() }),
  );
  return latest?.given ?? false;
}
