import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { recipientHmac } from "./recipient-hmac.server.ts";
import type { SuppressionScope } from "./suppress-address.server.ts";

/** Ends a suppression that was said before `before`: its address wants what it asked for then. */
export async function liftSuppression(
  tx: Tx,
  { email, scope, before }: { email: string; scope: SuppressionScope; before: Date },
): Promise<void> {
  await tx.sql(
    "suppression-lift",
    `delete from "Suppression" where "emailHmac" = $1 and "scope" = $2 and "at" < $3`,
    [recipientHmac(email), scope, before],
    none,
  );
}
