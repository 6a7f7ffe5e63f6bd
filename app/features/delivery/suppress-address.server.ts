import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { recipientHmac } from "./recipient-hmac.server.ts";

/** "campaign:…": what `mayMailSupporter` says. "all": the address cannot be reached or complained; nothing goes there. */
export type SuppressionScope = "all" | `campaign:${string}`;

/** Writes to this address no more within the scope, from now on: said again, it stops what was let through meanwhile. */
export async function suppressAddress(
  tx: Tx,
  by: By,
  { email, scope, reason }: { email: string; scope: SuppressionScope; reason: string },
): Promise<void> {
  await tx.sql(
    "suppression-add",
    `insert into "Suppression" as s ("emailHmac", "scope", "reason", "at") values ($1, $2, $3, $4)
     on conflict ("emailHmac", "scope") do update set "reason" = excluded."reason", "at" = greatest(s."at", excluded."at")`,
    [recipientHmac(email), scope, reason, by.now],
    none,
  );
}
