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
import type { Standing } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { clearCampaign, writeCampaign } from "#app/features/campaigns/internal/write-campaign.server.ts";
import { isTaken } from "#app/features/campaigns/save-part.server.ts";
import type { ReadinessItem } from "#app/features/campaigns/readiness.ts";
import { isReady } from "#app/features/campaigns/readiness.ts";

/** What its publisher had before their eyes: the revision, and the campaign's version. */
export type ToPublish = { campaignId: string; revision: number; version: number };

export type Published =
  | { outcome: "published"; slug: string }
  | { outcome: "not-ready"; items: ReadinessItem[] }
  /** Somebody else published, changed or closed it after the page was read. */
  | { outcome: "overtaken"; by: string | null }
  | { outcome: "rewritten" }
  | { outcome: "closed" };

/**
 * Makes what was last written what readers see, whole or not at all. Of two who press at once one does it: the other's
 * version is no more. Letters already written keep their words; a new wording is a new version of the templates.
 */
export async function publishCampaign(by: By, { campaignId, revision, version }: ToPublish): Promise<Published> {
  const edited = await editedCampaign(by, campaignId);
  if (!edited) throw new Error(`campaign ${campaignId} is gone`);
  const { standing, document } = edited;
  if (standing.closedAt !== null) return { outcome: "closed" };
  if (standing.version !== version) return { outcome: "overtaken", by: standing.publishedBy };
  if (edited.revision?.number !== revision) return { outcome: "rewritten" };
  const items = await campaignReadiness(by, edited);
  if (!isReady(items)) return { outcome: "not-ready", items };
  const campaign = campaignFrom(document, standing);

  const outcome = await transaction(async (tx): Promise<Published> => {
    const [mine] = await tx.sql(
      "campaign-publish",
      `update "Campaign" set "version" = "version" + 1, "publishedAt" = coalesce("publishedAt", $3), "published" = $4,
         "publishedBy" = $5 where "id" = $1 and "version" = $2 and "closedAt" is null returning "publishedAt"`,
      [campaignId, version, by.now, revision, by.accountId],
      z.object({ publishedAt: instant }),
    );
    // Whoever came first holds the row until all of theirs is written; what they did is read after it.
    if (!mine) return { outcome: "overtaken", by: await publisherOf(tx, campaignId) };
    const latest = await latestRevision(tx, campaignId);
    if (latest?.number !== revision) return { outcome: "rewritten" };
    if (await isTaken(tx, campaignId, document.story.slug)) return { outcome: "not-ready", items };
    await applyDocument(tx, by, campaign, { standing, document });
    await recordAudit(tx, by, {
      action: standing.publishedAt === null ? "campaign-published" : "campaign-changed",
      subjectKind: "campaign",
      subjectId: campaignId,
      change: {
        revision: { from: standing.published, to: revision },
        slug: { from: standing.slug, to: document.story.slug },
      },
    });
    return { outcome: "published", slug: document.story.slug };
  });
  forgetCampaigns();
  return outcome;
}

async function publisherOf(tx: Tx, campaignId: string): Promise<string | null> {
  const [found] = await tx.sql(
    "campaign-published-by",
    `select "publishedBy" from "Campaign" where "id" = $1`,
    [campaignId],
    z.object({ publishedBy: z.string().nullable() }),
  );
  return found?.publishedBy ?? null;
}

/** Writes the document into the tables that public pages read. */
async function applyDocument(
  tx: Tx,
  by: By,
  campaign: Campaign,
  { standing, document }: { standing: Standing; document: CampaignDocument },
): Promise<void> {
  const asksBefore = await asksOf(tx, campaign);
  await clearCampaign(tx, campaign.id, campaign.locale);
  await writeCampaign(tx, campaign.id, campaign);
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
  const asks = JSON.stringify(campaign.asks.map(({ text }) => text));
  const isChange = standing.publishedAt !== null && (asks !== asksBefore || newWords);
  const slug = document.story.slug;
  await tx.sql(
    "campaign-apply",
    `update "Campaign" set "slug" = $2, "kind" = $3, "timeZone" = $4, "opensAt" = $5, "closesAt" = $6, "goal" = $7,
       "hasLetters" = $8, "changedAt" = case when $9 or ($12 and "measureId" is distinct from $11) then $10 else "changedAt" end, "measureId" = $11 where "id" = $1`,
    [
      campaign.id,
      slug,
      campaign.kind,
      campaign.timeZone,
      campaign.opensAt,
      campaign.closesAt,
      campaign.goal,
      hasLetters,
      isChange,
      by.now,
      campaign.measureId,
      standing.publishedAt !== null,
    ],
    none,
  );
  if (slug !== standing.slug) await moveAddress(tx, campaign.id, { from: standing, to: slug });
}

/** The asks that readers see now, as text; null where there are none yet. */
async function asksOf(tx: Tx, { id, locale }: Campaign): Promise<string> {
  const found = await tx.sql(
    "campaign-asks-now",
    `select "text" from "Ask" where "campaignId" = $1 and "locale" = $2 order by "position"`,
    [id, locale],
    z.object({ text: z.string() }),
  );
  return JSON.stringify(found.map(({ text }) => text));
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
