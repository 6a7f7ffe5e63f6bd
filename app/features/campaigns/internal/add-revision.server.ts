import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { none } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { withinLimits } from "#app/lib/limits.server.ts";
import type { Limit } from "#app/lib/limits.server.ts";
import { days } from "#app/lib/time.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";

type Given = {
  campaignId: string;
  document: CampaignDocument;
  part: string;
  /** Saved by itself while its author wrote. */
  auto?: boolean;
  /** Only kept: what the campaign says stays as it is. */
  aside?: boolean;
  /** The first of its campaign, and beginning one has a limit of its own. */
  isFirst?: boolean;
  /** The one whose place it takes: it stands where that one stood in time, and counts for nothing more. */
  replaces?: Replaced | null;
};

export type Replaced = { number: number; at: Date };

/** Each is the whole campaign, kept for good: more than a day of writing needs, of one account in all campaigns. */
export const revisionLimit: Limit = { name: "revisions", most: 500, perMs: days(1) };

/**
 * Writes one revision, in the transaction of whoever holds the campaign's row. Answers its number; null: its author has
 * written too many today, and nothing is written.
 */
export async function addRevision(tx: Tx, by: By, given: Given): Promise<number | null> {
  if (by.accountId === undefined) throw new TypeError("a revision has an author");
  const { campaignId, document, part, auto = false, aside = false, isFirst = false, replaces = null } = given;
  const isCounted = !isFirst && !replaces;
  if (isCounted && !(await withinLimits(tx, by, [{ limit: revisionLimit, of: by.accountId }]))) return null;
  const [added] = await tx.sql(
    "campaign-add-revision",
    `insert into "CampaignRevision" ("campaignId", "number", "doc", "part", "authorId", "at", "auto", "aside")
     select $1, coalesce(max("number"), 0) + 1, $2, $3, $4, $5, $6, $7
     from "CampaignRevision" where "campaignId" = $1 returning "number"`,
    [campaignId, JSON.stringify(document), part, by.accountId, replaces?.at ?? by.now, auto, aside],
    z.object({ number: z.number() }),
  );
  if (!added) throw new Error("an insert of one row has one row");
  if (replaces)
    await tx.sql(
      "campaign-replace-revision",
      `delete from "CampaignRevision" where "campaignId" = $1 and "number" = $2`,
      [campaignId, replaces.number],
      none,
    );
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
