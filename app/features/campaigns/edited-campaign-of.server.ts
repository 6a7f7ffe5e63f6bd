import { z } from "zod";
import { templatesIfAny } from "#app/features/letters/templates-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { campaignDocument } from "#app/features/campaigns/campaign-document.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import { documentFrom } from "#app/features/campaigns/campaign-from-document.ts";
import type { StoredCampaign } from "#app/features/campaigns/campaign-from-document.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { filesOf } from "#app/features/campaigns/internal/picture-row.server.ts";
import { outcomes } from "#app/features/campaigns/campaign.ts";

/** What is stored of a campaign beside its words, as those see it who work on it. */
export type Standing = StoredCampaign & {
  opensAt: Date | null;
  closesAt: Date | null;
  /** The revision that readers see; null before publishing, and for what was never edited here. */
  published: number | null;
  publishedBy: string | null;
};

export type Revision = { number: number; document: CampaignDocument; part: string; authorId: string; at: Date };

/** A campaign with what was last written of it; `revision` is null where nobody has edited it here. */
export type EditedCampaign = {
  standing: Standing;
  document: CampaignDocument;
  revision: Omit<Revision, "document"> | null;
};

const moment = instant.nullable();
const standingRow = z.object({
  id: z.string(),
  matterId: z.string(),
  slug: z.string(),
  opensAt: moment,
  closesAt: moment,
  publishedAt: moment,
  closedAt: moment,
  outcome: z.enum(outcomes).nullable(),
  outcomeNote: z.string().nullable(),
  changedAt: moment,
  isDemo: z.boolean(),
  retentionDays: z.number(),
  version: z.number(),
  published: z.number().nullable(),
  publishedBy: z.string().nullable(),
});
const revisionRow = z
  .object({ number: z.number(), doc: z.unknown(), part: z.string(), authorId: z.string(), at: instant })
  .transform(({ doc, ...row }): Revision => ({ ...row, document: campaignDocument.parse(doc) }));

/** For an id that a guard gave out; null where it has gone since. */
export async function editedCampaign(by: By, campaignId: string): Promise<EditedCampaign | null> {
  const [row] = await sql(
    "campaign-standing",
    `select "id", "matterId", "slug", "opensAt", "closesAt", "publishedAt", "closedAt", "outcome", "outcomeNote",
       "changedAt", "isDemo", "retentionDays", "version", "published", "publishedBy" from "Campaign" where "id" = $1`,
    [campaignId],
    standingRow,
  );
  if (!row) return null;
  const standing: Standing = { ...row, files: await filesOf({ sql }, campaignId) };
  const latest = await latestRevision({ sql }, campaignId);
  if (!latest) {
    const document = await documentOfPages(by, campaignId);
    if (!document) throw new Error(`campaign ${campaignId} has neither a revision nor a page`);
    return { standing, document, revision: null };
  }
  const { document, ...revision } = latest;
  return { standing, document, revision };
}

/** What was last written, in somebody's transaction or outside of any; null where nobody has edited it here. */
export async function latestRevision(tx: Tx, campaignId: string): Promise<Revision | null> {
  const [latest] = await tx.sql(
    "campaign-latest-revision",
    `select "number", "doc", "part", "authorId", "at" from "CampaignRevision"
     where "campaignId" = $1 and not "aside" order by "number" desc limit 1`,
    [campaignId],
    revisionRow,
  );
  return latest ?? null;
}

/** One revision of a campaign; null where there is none of that number. */
export async function revisionOf(_by: By, campaignId: string, number: number): Promise<Revision | null> {
  const [found] = await sql(
    "campaign-revision",
    `select "number", "doc", "part", "authorId", "at" from "CampaignRevision" where "campaignId" = $1 and "number" = $2`,
    [campaignId, number],
    revisionRow,
  );
  return found ?? null;
}

/** The document that the public pages' tables amount to: what editing began from where there was no revision yet. */
export async function documentOfPages(by: By, campaignId: string): Promise<CampaignDocument | null> {
  const campaign = await campaignById(by, campaignId);
  if (!campaign) return null;
  return documentFrom(campaign, await templatesIfAny(by, campaignId, campaign.locale));
}
