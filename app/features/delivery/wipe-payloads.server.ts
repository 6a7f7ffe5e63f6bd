import type { By } from "#app/lib/by.ts";
import { count, sql } from "#app/lib/db.server.ts";
import { inBatches } from "#app/lib/in-batches.ts";
import { earlier } from "#app/lib/time.ts";
import { z } from "zod";
import { payloadLife } from "./delivery.ts";

/**
 * Wipes the mails and the addresses of deliveries that ended seven days ago, `batch` at a time, until none is left or
 * `signal` says stop. Returns how many.
 */
export function wipePayloads(by: By, signal?: AbortSignal, { batch = 1000 } = {}): Promise<number> {
  return inBatches(batch, signal, () => wipeSome(by, batch));
}

async function wipeSome(by: By, limit: number): Promise<number> {
  const [row] = await sql(
    "delivery-wipe",
    `with wiped as (
       update "Delivery" set "sealedPayload" = null, "recipientHmac" = null
       where "id" in (
         select "id" from "Delivery"
         where "endedAt" < $1 and "recipientHmac" is not null
         order by "endedAt" limit $2 for update skip locked
       )
       returning 1
     )
     select count(*) as "wiped" from wiped`,
    [earlier(by.now, payloadLife), limit],
    z.object({ wiped: count }),
  );
  return row?.wiped ?? 0;
}
