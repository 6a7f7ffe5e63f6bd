import { z } from "zod";
import { releaseBlobs } from "#app/features/blobs/store-blobs.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { inBatches } from "#app/lib/in-batches.ts";
import { days, earlier } from "#app/lib/time.ts";
import { usedBy } from "#app/features/campaigns/add-picture.server.ts";

/** Whoever was refused when saving still has the form that names it. */
const grace = days(2);
const batch = 100;

/** Takes away pictures that no version of their campaign ever had: put in by somebody who then saved nothing. */
export async function forgetPictures(by: By, signal?: AbortSignal): Promise<number> {
  return inBatches(batch, signal, () =>
    transaction(async (tx) => {
      const gone = await tx.sql(
        "campaign-forget-pictures",
        `delete from "CampaignPicture" where ("campaignId", "n") in (
           select "campaignId", "n" from "CampaignPicture" where not "isUsed" and "addedAt" < $1
           limit $2 for update skip locked
         ) returning "campaignId", "n"`,
        [earlier(by.now, grace), batch],
        z.object({ campaignId: z.string(), n: z.number() }),
      );
      for (const { campaignId, n } of gone) await releaseBlobs(tx, usedBy(campaignId, n));
      return gone.length;
    }),
  );
}
