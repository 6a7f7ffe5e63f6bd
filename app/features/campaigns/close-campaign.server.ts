import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { forgetCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { endRequest } from "#app/features/campaigns/internal/publish-requests.server.ts";
import type { Outcome } from "#app/features/campaigns/campaign.ts";

export type Closing = { campaignId: string; version: number; outcome: Outcome; note: string };

/**
 * Closes a published campaign with what became of it. Its page stays, and nobody signs any more; what was signed and
 * written goes its way. Answers "overtaken" where somebody published or closed it in between.
 */
export async function closeCampaign(
  by: By,
  { campaignId, version, outcome, note }: Closing,
): Promise<"closed" | "overtaken"> {
  const answer = await transaction(async (tx) => {
    const closed = await tx.sql(
      "campaign-close",
      `update "Campaign" set "closedAt" = $3, "outcome" = $4, "outcomeNote" = $5, "version" = "version" + 1
       where "id" = $1 and "version" = $2 and "publishedAt" is not null and "closedAt" is null returning "slug"`,
      [campaignId, version, by.now, outcome, note === "" ? null : note],
      z.object({ slug: z.string() }),
    );
    if (closed.length === 0) return "overtaken";
    await endRequest(tx, by, campaignId, { state: "overtaken" });
    await recordAudit(tx, by, {
      action: "campaign-closed",
      subjectKind: "campaign",
      subjectId: campaignId,
      change: { outcome: { from: null, to: outcome }, note },
    });
    return "closed";
  });
  forgetCampaigns();
  return answer;
}
