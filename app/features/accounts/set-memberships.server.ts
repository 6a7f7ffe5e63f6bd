import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { addMember } from "./campaign-members.server.ts";

/** Makes an account a member of these campaigns and of no others. */
export async function setMemberships(by: By, accountId: string, campaignIds: string[]): Promise<void> {
  await transaction(async (tx) => {
    const left = await tx.sql(
      "memberships-leave",
      `delete from "CampaignMember" where "userId" = $1 and not ("campaignId" = any($2::uuid[])) returning "campaignId" as "id"`,
      [accountId, campaignIds],
      z.object({ id: z.string() }),
    );
    for (const { id } of left)
      await recordAudit(tx, by, {
        action: "member-removed",
        subjectKind: "campaign",
        subjectId: id,
        change: { accountId },
      });
    for (const id of campaignIds) await addMember(tx, by, id, accountId);
  });
}
