import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import { campaignById, closedCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { eraseWritings } from "./internal/erase-writings.server.ts";
import { placesOf } from "./count-of.server.ts";
import { retentionEnd } from "./signature.ts";

const batch = 500;
/** A state with fewer signatures of a campaign could point at a person. */
const smallest = 10;

/**
 * After a campaign's retention its people are erased. What stays counts and tells nobody: that somebody signed, on which
 * day, in which state when many did. The empty rows of those who never confirmed go. Answers how many were erased.
 */
export async function eraseRetained(by: By): Promise<number> {
  let erased = 0;
  for (const { id } of await closedCampaigns(by)) {
    const campaign = await campaignById(by, id);
    if (!campaign || retentionEnd(campaign, by.now).getTime() > by.now.getTime()) continue;
    const places = (await placesOf(id)).filter(({ n }) => n >= smallest);
    const large = places.flatMap(({ stateDivisionId }) => stateDivisionId ?? []);
    for (let n = batch; n === batch; erased += n) n = await eraseSome(by, id, large);
    for (let n = batch; n === batch; ) n = await deleteExpired(id);
  }
  return erased;
}

async function eraseSome(by: By, campaignId: string, largePlaces: string[]): Promise<number> {
  return transaction(async (tx) => {
    const due = await tx.sql(
      "signatures-retained",
      `select "id" from "Signature" where "campaignId" = $1 and "state" = 'confirmed' and "erasedAt" is null
       order by "id" limit $2 for update`,
      [campaignId, batch],
      z.object({ id: z.string() }),
    );
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await eraseWritings(tx, by, ids);
    await tx.sql(
      "signatures-erase",
      `update "Signature" set "sealedPerson" = null, "emailHmac" = null, "nameHmac" = null, "attemptHmac" = null,
         "mapId" = null, "houseDivisionId" = null, "divisionMethod" = 'none', "display" = 'none', "source" = null,
         "stateDivisionId" = case when "stateDivisionId" = any($3::text[]) then "stateDivisionId" end,
         "signedAt" = date_trunc('day', "signedAt"), "confirmedAt" = date_trunc('day', "confirmedAt"), "erasedAt" = $2
       where "id" = any($1::uuid[])`,
      [ids, by.now, largePlaces],
      none,
    );
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
