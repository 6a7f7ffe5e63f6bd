import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, none, transaction } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { minutes } from "#app/lib/time.ts";
import { documentLimits, partSchemas, samePart, slugShape } from "#app/features/campaigns/campaign-document.ts";
import type { CampaignDocument, DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { editedCampaign, latestRevision } from "#app/features/campaigns/edited-campaign-of.server.ts";
import type { Revision } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { addRevision } from "#app/features/campaigns/internal/add-revision.server.ts";
import type { Replaced } from "#app/features/campaigns/internal/add-revision.server.ts";
import { partDigest } from "#app/features/campaigns/part-digest.server.ts";

export type PartToSave<P extends DocumentPart = DocumentPart> = {
  campaignId: string;
  part: P;
  value: CampaignDocument[P];
  /** `partDigest` of what the form was filled in from. */
  readDigest: string;
  /** Saved by itself while somebody writes. */
  auto?: boolean;
};

export type SavedPart =
  | { outcome: "saved"; revision: number; digest: string }
  /** Nothing differs from what is stored. */
  | { outcome: "unchanged"; digest: string }
  /** Somebody changed this part since it was read. Theirs stays; this one is set aside, and both go back to its author. */
  | { outcome: "conflict"; theirs: Revision; digest: string }
  | { outcome: "slug-taken" }
  /** More than one account saves in a day; nothing is stored. */
  | { outcome: "too-many" };

/** Saves by themselves within so long of the first of them are one revision. */
const foldedWithin = minutes(5);

/**
 * Saves one part. Whoever changed another part in between is in nobody's way; whoever changed this one is asked about it
 * and loses nothing. Savers of one campaign wait for each other, so that none can write over what it has not read.
 */
export async function savePart(
  by: By,
  { campaignId, part, value, readDigest, auto = false }: PartToSave,
): Promise<SavedPart> {
  const before = await editedCampaign(by, campaignId);
  if (!before) throw new Error(`campaign ${campaignId} is gone`);
  const parsed = partSchemas[part].parse(value);
  return transaction(async (tx): Promise<SavedPart> => {
    await tx.sql("campaign-lock", `select 1 from "Campaign" where "id" = $1 for update`, [campaignId], none);
    const latest = await latestRevision(tx, campaignId);
    const stored = latest?.document ?? before.document;
    const digest = partDigest(stored, part);
    const document: CampaignDocument = { ...stored, [part]: parsed };
    if (samePart(part, stored[part], parsed)) return { outcome: "unchanged", digest };
    if (digest !== readDigest && latest) {
      const kept = auto || (await addRevision(tx, by, { campaignId, document, part, aside: true })) !== null;
      if (!kept) return { outcome: "too-many" };
      return { outcome: "conflict", theirs: latest, digest };
    }
    if (part === "story" && (await isTaken(tx, campaignId, document.story.slug))) return { outcome: "slug-taken" };
    const replaces = auto ? await lastByItself(tx, by, { campaignId, part }) : null;
    const number = await addRevision(tx, by, { campaignId, document, part, auto, replaces });
    if (number === null) return { outcome: "too-many" };
    return { outcome: "saved", revision: number, digest: partDigest(document, part) };
  });
}

/** The save before this one where both are by themselves, of one author and one part, close together; null where not. */
async function lastByItself(
  tx: Tx,
  by: By,
  { campaignId, part }: { campaignId: string; part: string },
): Promise<Replaced | null> {
  const [found] = await tx.sql(
    "campaign-last-by-itself",
    `select r."number", r."at" from "CampaignRevision" r join "Campaign" c on c."id" = r."campaignId"
     where r."campaignId" = $1 and r."number" = (select max("number") from "CampaignRevision" where "campaignId" = $1)
       and c."published" is distinct from r."number" and r."auto" and r."part" = $2 and r."authorId" = $3 and r."at" > $4
       and not exists (select 1 from "PublishRequest" q where q."campaignId" = $1 and q."revision" = r."number")`,
    [campaignId, part, by.accountId, new Date(by.now.getTime() - foldedWithin)],
    z.object({ number: z.number(), at: instant }),
  );
  return found ?? null;
}

/** Whether an address belongs to another campaign, now or once; one that can be none is for readiness to say. */
export async function isTaken(tx: Tx, campaignId: string | null, slug: string): Promise<boolean> {
  if (!slugShape.test(slug) || slug.length > documentLimits.slug) return false;
  const found = await tx.sql(
    "campaign-slug-taken",
    `select 1 as "n" from "Campaign" where "slug" = $1 and "id" is distinct from $2
     union all select 1 from "SlugRedirect" where "slug" = $1 and "campaignId" is distinct from $2`,
    [slug, campaignId],
    z.unknown(),
  );
  return found.length > 0;
}
