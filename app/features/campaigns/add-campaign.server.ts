import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { campaignKind } from "#app/features/campaigns/campaign.ts";
import { storyLimit } from "#app/features/campaigns/render-story.server.ts";
import { writeCampaign } from "#app/features/campaigns/internal/write-campaign.server.ts";

/** What a campaign has when nobody has put a picture into it. */
export const pictureless = { pictures: [], shareText: null, sharePicture: null };

/** A campaign as somebody writes it: everything but the ids, in one language, without pictures. */
export type CampaignDraft = Omit<
  Campaign,
  "id" | "matterId" | "version" | "outcomeNote" | "changedAt" | "movedTo" | keyof typeof pictureless
> & {
  matter: { slug: string; title: string };
};

const idRow = z.object({ id: z.string() });

/**
 * Stores a campaign with its texts and rules. Answers its id, or null when the slug is taken: adding the same twice is
 * no fault and changes nothing.
 */
export async function addCampaign(tx: Tx, by: By, draft: CampaignDraft): Promise<string | null> {
  campaignKind.parse(draft.kind);
  if (draft.story.length > storyLimit) throw new RangeError("story too long");
  const id = newId(by.now);
  const stored = await tx.sql(
    "campaign-add",
    `with matter as (
       insert into "Matter" ("id", "slug", "title") values ($1, $2, $3)
       on conflict ("slug") do update set "slug" = excluded."slug" returning "id"
     )
     insert into "Campaign" ("id", "matterId", "slug", "kind", "timeZone", "opensAt", "closesAt", "publishedAt",
       "closedAt", "outcome", "goal", "isDemo", "retentionDays", "hasLetters", "measureId", "version")
     select $4, matter."id", $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1 from matter
     on conflict ("slug") do nothing returning "id"`,
    [
      newId(by.now),
      draft.matter.slug,
      draft.matter.title,
      id,
      draft.slug,
      draft.kind,
      draft.timeZone,
      draft.opensAt,
      draft.closesAt,
      draft.publishedAt,
      draft.closedAt,
      draft.outcome,
      draft.goal,
      draft.isDemo,
      draft.retentionDays,
      draft.hasLetters,
      draft.measureId,
    ],
    idRow,
  );
  if (stored.length === 0) return null;
  await writeCampaign(tx, id, { ...draft, ...pictureless });
  return id;
}
