import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import { revisionOf } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { addRevision } from "#app/features/campaigns/internal/add-revision.server.ts";

/** Writes an earlier revision anew as the latest one; what stood there stays in the list. Answers the new number. */
export async function restoreRevision(
  by: By,
  campaignId: string,
  number: number,
): Promise<number | "unknown" | "too-many"> {
  const earlier = await revisionOf(by, campaignId, number);
  if (!earlier) return "unknown";
  return transaction(async (tx) => {
    await tx.sql("campaign-lock", `select 1 from "Campaign" where "id" = $1 for update`, [campaignId], none);
    return (await addRevision(tx, by, { campaignId, document: earlier.document, part: "all" })) ?? "too-many";
  });
}
