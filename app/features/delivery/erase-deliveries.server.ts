import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { z } from "zod";
import { cancelDeliveries } from "./cancel-deliveries.server.ts";
import { keyOf } from "./delivery.ts";

/**
 * Leaves nothing readable of these mails, in the caller's transaction: what is not sent is cancelled, what was sent is
 * wiped, and the copies in the local mailbox are gone. That there was a mail, and what became of it, stays. Of one that
 * is with the local mailbox just now no copy is made any more (`storeLocalMail`).
 */
export async function eraseDeliveries(
  tx: Tx,
  by: By,
  { subjectKind, subjectIds }: { subjectKind: string; subjectIds: string[] },
): Promise<void> {
  if (subjectIds.length === 0) return;
  await cancelDeliveries(tx, by, { subjectKind, subjectIds });
  const erased = await tx.sql(
    "delivery-erase",
    `update "Delivery" set "sealedPayload" = null, "recipientHmac" = null
     where "subjectKind" = $1 and "subjectId" = any($2::uuid[]) returning "id", "drives"`,
    [subjectKind, subjectIds],
    z.object({ id: z.string(), drives: z.number() }),
  );
  // A statement of its own: it sees a copy that was being made while the one above waited.
  await tx.sql(
    "local-mail-erase",
    `delete from "LocalMail" where "idempotencyKey" = any($1::text[])`,
    [erased.flatMap(({ id, drives }) => keysOf(id, drives))],
    none,
  );
}

const keysOf = (id: string, drives: number) => Array.from({ length: drives }, (_, n) => keyOf({ id, drives: n + 1 }));
