import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { inBatches } from "#app/lib/in-batches.ts";
import { earlier, hours } from "#app/lib/time.ts";

/** Somebody may be about to need again what nobody needs at this moment. */
const grace = hours(1);
const batch = 100;

/**
 * Removes what nobody needs any more. Whoever begins to need it meanwhile holds its row by the foreign key or by storing it
 * anew, so that one of the two sees the other.
 */
export async function forgetBlobs(by: By, signal?: AbortSignal): Promise<number> {
  return inBatches(batch, signal, async () => {
    const gone = await sql(
      "blobs-forget",
      `delete from "Blob" where "sha256" in (
         select b."sha256" from "Blob" b where b."storedAt" < $1
           and not exists (select 1 from "BlobUse" u where u."sha256" = b."sha256")
         limit $2 for update skip locked
       ) returning 1 as "n"`,
      [earlier(by.now, grace), batch],
      z.unknown(),
    );
    return gone.length;
  });
}
