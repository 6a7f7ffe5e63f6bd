import type { By } from "#app/lib/by.ts";
import { none } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";

type Given = { campaignId: string; number: number; document: CampaignDocument; part: string; auto: boolean };

/** Writes one revision, in the transaction of whoever holds the campaign's row. */
export async function addRevision(tx: Tx, by: By, { campaignId, number, document, part, auto }: Given): Promise<void> {
  if (by.accountId === undefined) throw new TypeError("a revision has an author");
  await tx.sql(
    "campaign-add-revision",
    `insert into "CampaignRevision" ("campaignId", "number", "doc", "part", "authorId", "at", "auto")
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [campaignId, number, JSON.stringify(document), part, by.accountId, by.now, auto],
    none,
  );
}
