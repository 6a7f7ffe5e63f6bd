import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { isDatabaseDown, sql, transaction } from "#app/lib/db.server.ts";
import { inBatches } from "#app/lib/in-batches.ts";
import { logFault } from "#app/lib/log.server.ts";
import { campaignById, closedCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { erasePersons, largePlaces } from "./internal/erase-persons.server.ts";
import { placesOf } from "./count-of.server.ts";
import { retentionEnd } from "./signature.ts";

const batch = 500;

/**
 * After a campaign's retention its people are erased. What stays counts and tells nobody: that somebody signed, on which
 * day, in which state when many did. The empty rows of those who never confirmed go. What fails for one campaign is
 * logged and keeps no other from its turn. Answers how many were erased.
 */
export async function eraseRetained(by: By, signal?: AbortSignal): Promise<number> {
  let erased = 0;
  for (const { id } of await closedCampaigns(by)) {
    if (signal?.aborted) break;
    try {
      erased += await eraseCampaign(by, id, signal);
    } catch (error) {
      if (isDatabaseDown(error)) throw error;
      logFault(error, { job: `erase-retained ${id}` });
    }
  }
  return erased;
}

async function eraseCampaign(by: By, id: string, signal?: AbortSignal): Promise<number> {
  const campaign = await campaignById(by, id);
  if (!campaign || retentionEnd(campaign, by.now).getTime() > by.now.getTime()) return 0;
  const places = largePlaces(await placesOf(id));
  const erased = await inBatches(batch, signal, () => eraseSome(by, id, places));
  await inBatches(batch, signal, () => deleteExpired(id));
  return erased;
}

async function eraseSome(by: By, campaignId: string, places: string[]): Promise<number> {
  return transaction(async (tx) => {
    const due = await tx.sql(
      "signatures-retained",
      `select "id" from "Signature" where "campaignId" = $1 and ("state" = 'confirmed' or "state" = 'withdrawn') and "erasedAt" is null
       order by "id" limit $2 for update`,
      [campaignId, batch],
      z.object({ id: z.string() }),
    );
    const ids = due.map(({ id }) => id);
    await erasePersons(tx, by, { signatureIds: ids, places });
    return ids.length;
  });
}

async function deleteExpired(campaignId: string): Promise<number> {
  const deleted = await sql(
    "signatures-delete-expired",
    `delete from "Signature" where "id" in
       (select "id" from "Signature" where "campaignId" = $1 and "state" = 'expired' limit $2) returning "id"`,
    [campaignId, batch],
    z.object({ id: z.string() }),
  );
  return deleted.length;
}
