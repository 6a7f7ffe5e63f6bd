import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { z } from "zod";
import { recipientHmac } from "./recipient-hmac.server.ts";

export type SuppressionScope = "all" | `campaign:${string}`;

/** Writes to this address no more within the scope: the worker looks before each send. */
export async function suppressAddress(
  tx: Tx,
  by: By,
  { email, scope, reason }: { email: string; scope: SuppressionScope; reason: string },
): Promise<void> {
  await tx.sql(
    "suppression-add",
    `insert into "Suppression" ("emailHmac", "scope", "reason", "at") values ($1, $2, $3, $4)
     on conflict ("emailHmac", "scope") do nothing`,
    [recipientHmac(email), scope, reason, by.now],
    none,
  );
}

/** Whether the address asked not to be written to, within any of the scopes. */
export async function isSuppressed(
  tx: Tx,
  { email, scopes }: { email: string; scopes: SuppressionScope[] },
): Promise<boolean> {
  const found = await tx.sql(
    "suppression-of",
    `select 1 as "found" from "Suppression" where "emailHmac" = $1 and "scope" = any($2::text[]) limit 1`,
    [recipientHmac(email), scopes],
    z.object({ found: z.number() }),
  );
  return found.length > 0;
}
