import { addMember } from "#app/features/accounts/campaign-members.server.ts";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { withinLimits } from "#app/lib/limits.server.ts";
import type { Limit } from "#app/lib/limits.server.ts";
import { locks } from "#app/lib/locks.ts";
import { days } from "#app/lib/time.ts";
import { copyPictures } from "#app/features/campaigns/add-picture.server.ts";
import type { CampaignKind } from "#app/features/campaigns/campaign.ts";
import { documentLimits, slugOf } from "#app/features/campaigns/campaign-document.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import { editedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { addRevision } from "#app/features/campaigns/internal/add-revision.server.ts";
import { isTaken } from "#app/features/campaigns/save-part.server.ts";
import { startingDocument } from "#app/features/campaigns/starting-document.ts";

/** For how many days after closing a supporter's data is kept. */
const retentionDays = 90;
/** Most people whom campaigns are for live here; the page of dates says another. */
const firstTimeZone = "America/New_York";

/** That one account begins in a day, copies among them. */
const campaignLimit: Limit = { name: "campaigns", most: 20, perMs: days(1) };

export type NewCampaign = { kind: CampaignKind; title: string; isEmpty: boolean };

/**
 * Makes a campaign that nobody sees but those who work on it, and its author the first of them. Answers its address; null:
 * they have begun too many today.
 */
export async function createCampaign(by: By, { kind, title, isEmpty }: NewCampaign): Promise<string | null> {
  const document = startingDocument({ kind, title, slug: "", locale: "en", timeZone: firstTimeZone, isEmpty });
  return addUnpublished(by, document, { from: isEmpty ? "nothing" : "template" });
}

/** Makes another one of what was last written of this one. Its dates are its own, and so are its people; null as above. */
export async function duplicateCampaign(by: By, campaignId: string, title: string): Promise<string | null> {
  const edited = await editedCampaign(by, campaignId);
  if (!edited) throw new Error(`campaign ${campaignId} is gone`);
  const { story, dates, ...same } = edited.document;
  const document: CampaignDocument = {
    ...same,
    story: { ...story, title: title.slice(0, documentLimits.title) },
    dates: { ...dates, opens: null, closes: null },
  };
  return addUnpublished(by, document, { from: campaignId }, (tx, id) =>
    copyPictures(
      tx,
      by,
      campaignId,
      id,
      story.pictures.map(({ n }) => n),
    ),
  );
}

/** `more`: what else the campaign of this id gets before its first revision. */
async function addUnpublished(
  by: By,
  document: CampaignDocument,
  change: { from: string },
  more?: (tx: Tx, id: string) => Promise<void>,
): Promise<string | null> {
  const { accountId } = by;
  if (accountId === undefined) throw new TypeError("a campaign has an author");
  const ids = { id: newId(by.now), matterId: newId(by.now) };
  return transaction(async (tx) => {
    if (!(await withinLimits(tx, by, [{ limit: campaignLimit, of: accountId }]))) return null;
    const slug = await freeSlug(tx, slugOf(document.story.title) || document.story.kind);
    await tx.sql(
      "campaign-create",
      `with matter as (insert into "Matter" ("id", "slug", "title") values ($2, $3, $4))
       insert into "Campaign" ("id", "matterId", "slug", "kind", "timeZone", "isDemo", "retentionDays", "hasLetters", "version")
       values ($1, $2, $3, $5, $6, false, $7, $8, 1)`,
      [
        ids.id,
        ids.matterId,
        slug,
        document.story.title,
        document.story.kind,
        document.dates.timeZone,
        retentionDays,
        document.letters.hasLetters,
      ],
      none,
    );
    await more?.(tx, ids.id);
    const written = { ...document, story: { ...document.story, slug } };
    await addRevision(tx, by, { campaignId: ids.id, document: written, part: "all", isFirst: true });
    await addMember(tx, by, ids.id, accountId);
    await recordAudit(tx, by, {
      action: "campaign-created",
      subjectKind: "campaign",
      subjectId: ids.id,
      change: { slug, kind: document.story.kind, ...change },
    });
    return slug;
  });
}

/** The slug, else the same with the first number that makes it free. Those who make one at once wait for each other. */
async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  await tx.sql("campaign-slugs-lock", "select pg_advisory_xact_lock($1)", [locks.campaignSlug], none);
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    const [matter] = await tx.sql("matter-slug-taken", `select 1 as "n" from "Matter" where "slug" = $1`, [slug], none);
    if (!matter && !(await isTaken(tx, null, slug))) return slug;
  }
}
