import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, sql } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";

/** Makes an account a member of a campaign, in the transaction that makes or shares it. Twice is once. */
export async function addMember(tx: Tx, by: By, campaignId: string, accountId: string): Promise<void> {
  const added = await tx.sql(
    "member-add",
    `insert into "CampaignMember" ("campaignId", "userId", "since") values ($1, $2, $3)
     on conflict do nothing returning "userId"`,
    [campaignId, accountId, by.now],
    none,
  );
  if (added.length === 0) return;
  await recordAudit(tx, by, {
    action: "member-added",
    subjectKind: "campaign",
    subjectId: campaignId,
    change: { accountId },
  });
}

/**
 * The campaigns that an account belongs to. An organizer sees these and no others; whether it is an admin or staff, who
 * see every campaign, says `by.actor`.
 */
export async function campaignIdsOf(_by: By, accountId: string): Promise<string[]> {
  const rows = await sql(
    "member-campaigns",
    `select "campaignId" as "id" from "CampaignMember" where "userId" = $1`,
    [accountId],
    z.object({ id: z.string() }),
  );
  return rows.map(({ id }) => id);
}

/** Whether an account belongs to a campaign. */
export async function isMember(_by: By, campaignId: string, accountId: string): Promise<boolean> {
  const rows = await sql(
    "member-is",
    `select 1 as "n" from "CampaignMember" where "campaignId" = $1 and "userId" = $2`,
    [campaignId, accountId],
    none,
  );
  return rows.length > 0;
}
