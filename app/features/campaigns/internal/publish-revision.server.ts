import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import { addTemplates } from "#app/features/letters/add-templates.server.ts";
import { variantSchema } from "#app/features/letters/audience.ts";
import type { By } from "#app/lib/by.ts";
import { instant, none, transaction } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { campaignFrom } from "#app/features/campaigns/campaign-from-document.ts";
import { forgetCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignReadiness } from "#app/features/campaigns/campaign-readiness.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import { editedCampaign, latestRevision } from "#app/features/campaigns/edited-campaign-of.server.ts";
import type { EditedCampaign, Standing } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { publishAsks } from "#app/features/campaigns/internal/published-asks.server.ts";
import { endRequest } from "#app/features/campaigns/internal/publish-requests.server.ts";
import { clearCampaign, writeCampaign } from "#app/features/campaigns/internal/write-campaign.server.ts";
import { isTaken } from "#app/features/campaigns/save-part.server.ts";
import type { ReadinessItem } from "#app/features/campaigns/readiness.ts";
import { isReady } from "#app/features/campaigns/readiness.ts";

/** What its publisher had before their eyes: the revision, and the campaign's version. */
export type ToPublish = { campaignId: string; revision: number; version: number };

/** Why it is not done now. */
export type NotPublished =
  | { outcome: "not-ready"; items: ReadinessItem[] }
  /** Somebody else published, changed or closed it after the page was read. */
  | { outcome: "overtaken"; by: string | null }
  | { outcome: "rewritten" }
  | { outcome: "closed" };

/** The campaign as it can be published, or why it cannot. Asked before a transaction; `stillSame` asks again within. */
export async function publishable(
  by: By,
  { campaignId, revision, version }: ToPublish,
): Promise<{ outcome: "ready"; edited: EditedCampaign } | NotPublished> {
  const edited = await editedCampaign(by, campaignId);
  if (!edited) throw new Error(`campaign ${campaignId} is gone`);
  const { standing } = edited;
  if (standing.closedAt !== null) return { outcome: "closed" };
  if (standing.version !== version) return { outcome: "overtaken", by: standing.publishedBy };
  if (edited.revision?.number !== revision) return { outcome: "rewritten" };
  const items = await campaignReadiness(by, edited);
  return isReady(items) ? { outcome: "ready", edited } : { outcome: "not-ready", items };
}

/** Holds the campaign until the transaction ends: null where it is still as `publishable` found it. */
export async function stillSame(tx: Tx, { campaignId, revision, version }: ToPublish): Promise<NotPublished | null> {
  const [now] = await tx.sql(
    "campaign-publish-lock",
    `select "version", "closedAt", "publishedBy" from "Campaign" where "id" = $1 for update`,
    [campaignId],
    z.object({ version: z.number(), closedAt: instant.nullable(), publishedBy: z.string().nullable() }),
  );
  // Whoever came first held the row until all of theirs was written.
  if (now?.version !== version) return { outcome: "overtaken", by: now?.publishedBy ?? null };
  if (now.closedAt !== null) return { outcome: "closed" };
  return (await latestRevision(tx, campaignId))?.number === revision ? null : { outcome: "rewritten" };
}

type Given = {
  /** In whose name: readers of the editor are told. */
  publisherId: string | null;
  /** The request that is granted, and whoever did; without one, none is needed. */
  request?: { id: string; askedById: string; approvedById: string | null };
};

/**
 * Makes a revision what readers see, whole or not at all. Of two who do it at once one does: the other's version, or the
 * request, is no more. Letters already written keep their words; a new wording is a new version of the templates.
 */
export async function publishRevision(
  by: By,
  toPublish: ToPublish,
  { publisherId, request }: Given,
): Promise<{ outcome: "published"; slug: string } | NotPublished> {
  const found = await publishable(by, toPublish);
  if (found.outcome !== "ready") return found;
  const { standing, document } = found.edited;
  const { campaignId, revision } = toPublish;
  const campaign = campaignFrom(document, standing);

  const outcome = await transaction(async (tx): Promise<{ outcome: "published"; slug: string } | NotPublished> => {
    const refused = await stillSame(tx, toPublish);
    if (refused) return refused;
    if (await isTaken(tx, campaignId, document.story.slug)) return { outcome: "not-ready", items: [] };
    const ending = request ? ({ state: "published", id: request.id } as const) : ({ state: "replaced" } as const);
    const isGranted = await endRequest(tx, by, campaignId, ending);
    if (request && !isGranted) return { outcome: "overtaken", by: null };
    await tx.sql(
      "campaign-publish",
      `update "Campaign" set "version" = "version" + 1, "publishedAt" = coalesce("publishedAt", $2), "published" = $3,
         "publishedBy" = $4 where "id" = $1`,
      [campaignId, by.now, revision, publisherId],
      none,
    );
    await applyDocument(tx, by, campaign, { standing, document });
    await recordAudit(tx, by, {
      action: standing.publishedAt === null ? "campaign-published" : "campaign-changed",
      subjectKind: "campaign",
      subjectId: campaignId,
      change: {
        revision: { from: standing.published, to: revision },
        slug: { from: standing.slug, to: document.story.slug },
        ...(request ? { askedById: request.askedById, approvedById: request.approvedById } : {}),
      },
    });
    return { outcome: "published", slug: document.story.slug };
  });
  forgetCampaigns();
  return outcome;
}

/** Writes the document into the tables that public pages read. */
async function applyDocument(
  tx: Tx,
  by: By,
  campaign: Campaign,
  { standing, document }: { standing: Standing; document: CampaignDocument },
): Promise<void> {
  await clearCampaign(tx, campaign.id, campaign.locale);
  await writeCampaign(tx, campaign.id, campaign);
  const newAsks = await publishAsks(tx, by, campaign);
  const { hasLetters, common, variants } = document.letters;
  // Words that were only begun write to nobody, or readiness would have said so.
  const written = variants.filter(({ subject, text }) => subject.trim() !== "" || text.trim() !== "");
  const newWords =
    hasLetters &&
    (await addTemplates(tx, by, {
      campaignId: campaign.id,
      locale: campaign.locale,
      common,
      variants: written.map((variant) => variantSchema.parse(variant)),
    }));
  const slug = document.story.slug;
  await tx.sql(
    "campaign-apply",
    `update "Campaign" set "slug" = $2, "kind" = $3, "timeZone" = $4, "opensAt" = $5, "closesAt" = $6, "goal" = $7,
       "hasLetters" = $8, "measureId" = $11,
       "changedAt" = case when $9 and ($12 or "measureId" is distinct from $11) then $10 else "changedAt" end
     where "id" = $1`,
    [
      campaign.id,
      slug,
      campaign.kind,
      campaign.timeZone,
      campaign.opensAt,
      campaign.closesAt,
      campaign.goal,
      hasLetters,
      standing.publishedAt !== null,
      by.now,
      campaign.measureId,
      newAsks || newWords,
    ],
    none,
  );
  if (slug !== standing.slug) await moveAddress(tx, campaign.id, { from: standing, to: slug });
}

/** An address that was public leads to the new one; one that comes back is an address of its own again. */
async function moveAddress(tx: Tx, campaignId: string, { from, to }: { from: Standing; to: string }): Promise<void> {
  await tx.sql("campaign-redirect-drop", `delete from "SlugRedirect" where "slug" = $1`, [to], none);
  if (from.publishedAt === null) return;
  await tx.sql(
    "campaign-redirect",
    `insert into "SlugRedirect" ("slug", "campaignId") values ($1, $2) on conflict ("slug") do nothing`,
    [from.slug, campaignId],
    none,
  );
}
