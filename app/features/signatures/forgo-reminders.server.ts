import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, sql } from "#app/lib/db.server.ts";
import { inBatches } from "#app/lib/in-batches.ts";
import { earlier } from "#app/lib/time.ts";
import { remindAfter } from "./signature.ts";

/**
 * After a restore, before any worker runs: reminders that are due by now may have gone after the backup was taken, so none
 * of them goes (fault 53). Answers of how many signatures.
 */
export function forgoReminders(by: By, { batch = 5000 } = {}): Promise<number> {
  return inBatches(batch, undefined, () => forgoSome(by, batch));
}

async function forgoSome(by: By, limit: number): Promise<number> {
  const [row] = await sql(
    "signatures-forgo-reminders",
    `with due as (
       select "id" from "Signature"
       where "state" = 'pending' and "remindedAt" is null and "signedAt" <= $1
       order by "id" limit $3::int for update
     ), forgone as (
       update "Signature" s set "remindedAt" = $2 from due where s."id" = due."id" returning 1
     )
     select count(*) as "n" from forgone`,
    [earlier(by.now, remindAfter), by.now, limit],
    z.object({ n: count }),
  );
  return row?.n ?? 0;
}
