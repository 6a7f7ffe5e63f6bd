import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { none } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";

type Given = {
  campaignId: string;
  document: CampaignDocument;
  part: string;
  /** Saved by itself while its author wrote. */
  auto?: boolean;
  /** Only kept: what the campaign says stays as it is. */
  aside?: boolean;
};

/** Writes one revision, in the transaction of whoever holds the campaign's row. Answers its number. */
export async function addRevision(tx: Tx, by: By, given: Given): Promise<number> {
  if (by.accountId === undefined) throw new TypeError("a revision has an author");
  const { campaignId, document, part, auto = false, aside = false } = given;
  const [added] = await tx.sql(
    "campaign-add-revision",
    `insert into "CampaignRevision" ("campaignId", "number", "doc", "part", "authorId", "at", "auto", "aside")
     select $1, coalesce(max("number"), 0) + 1, $2, $3, $4, $5, $6, $7
     from "CampaignRevision" where "campaignId" = $1 returning "number"`,
    [campaignId, JSON.stringify(document), part, by.accountId, by.now, auto, aside],
    z.object({ number: z.number() }),
  );
  if (!added) throw new Error("an insert of one row has one row");
  const { pictures } = document.story;
  if (pictures.length > 0)
    await tx.sql(
      "campaign-use-pictures",
      `update "CampaignPicture" set "isUsed" = true where "campaignId" = $1 and "n" = any($2::int[]) and not "isUsed"`,
      [campaignId, pictures.map(({ n }) => n)],
      none,
    );
  return added.number;
}
