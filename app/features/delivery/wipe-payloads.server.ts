import type { By } from "#app/lib/by.ts";
import { count, sql } from "#app/lib/db.server.ts";
import { days, earlier } from "#app/lib/time.ts";
import { z } from "zod";

/** Wipes the mails and the addresses of deliveries that ended seven days ago, at most `limit` at a time. Returns how many. */
export async function wipePayloads(by: By, { limit }: { limit: number }): Promise<number> {
  const [row] = await sql(
    "delivery-wipe",
    `with wiped as (
       update "Delivery" set "sealedPayload" = null, "recipientHmac" = null
       where "id" in (
         select "id" from "Delivery"
         where "endedAt" < $1 and ("sealedPayload" is not null or "recipientHmac" is not null)
         limit $2 for update skip locked
       )
       returning 1
     )
     select count(*) as "wiped" from wiped`,
    [earlier(by.now, days(7)), limit],
    z.object({ wiped: count }),
  );
  return row?.wiped ?? 0;
}
