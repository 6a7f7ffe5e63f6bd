import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { campaignKind } from "#app/features/campaigns/campaign.ts";
import { storyLimit } from "#app/features/campaigns/render-story.server.ts";
import { paramsOf, targetRule } from "#app/features/campaigns/target-rule.ts";

/** A campaign as somebody writes it: everything but the ids, in one language. */
export type CampaignDraft = Omit<Campaign, "id" | "matterId" | "version"> & { matter: { slug: string; title: string } };

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
       "closedAt", "outcome", "goal", "isDemo", "retentionDays", "hasLetters", "version")
     select $4, matter."id", $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1 from matter
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
    ],
    idRow,
  );
  if (stored.length === 0) return null;
  await addWords(tx, id, draft);
  await addSources(tx, id, draft);
  await addTargets(tx, id, draft);
  return id;
}

async function addWords(tx: Tx, id: string, draft: CampaignDraft): Promise<void> {
  const { locale } = draft;
  await tx.sql(
    "campaign-add-text",
    `insert into "CampaignText" ("campaignId", "locale", "title", "summary", "audience", "story", "askIntro",
       "reportedIn", "abroad") values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      locale,
      draft.title,
      draft.summary,
      draft.audience,
      draft.story,
      draft.askIntro,
      draft.reportedIn,
      draft.abroad,
    ],
    none,
  );
  await tx.sql(
    "campaign-add-asks",
    `insert into "Ask" ("campaignId", "locale", "position", "text", "short")
     select $1, $2, n, t, s from unnest($3::text[], $4::text[]) with ordinality as given(t, s, n)`,
    [id, locale, draft.asks.map((ask) => ask.text), draft.asks.map((ask) => ask.short)],
    none,
  );
  await tx.sql(
    "campaign-add-points",
    `insert into "TalkingPoint" ("campaignId", "locale", "position", "text", "sourcePosition")
     select $1, $2, n, t, s from unnest($3::text[], $4::int[]) with ordinality as given(t, s, n)`,
    [id, locale, draft.points.map((point) => point.text), draft.points.map((point) => point.sourcePosition)],
    none,
  );
  await tx.sql(
    "campaign-add-steps",
    `insert into "CampaignStep" ("campaignId", "locale", "position", "status", "title", "detail")
     select $1, $2, n, s, t, d from unnest($3::text[], $4::text[], $5::text[]) with ordinality as given(s, t, d, n)`,
    [
      id,
      locale,
      draft.steps.map((step) => step.status),
      draft.steps.map((step) => step.title),
      draft.steps.map((step) => step.detail),
    ],
    none,
  );
}

async function addSources(tx: Tx, id: string, draft: CampaignDraft): Promise<void> {
  await tx.sql(
    "campaign-add-sources",
    `insert into "CampaignSource" ("campaignId", "position", "title", "publisher", "publishedOn", "url")
     select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::date[], $6::text[])`,
    [
      id,
      draft.sources.map((source) => source.position),
      draft.sources.map((source) => source.title),
      draft.sources.map((source) => source.publisher),
      draft.sources.map((source) => source.publishedOn),
      draft.sources.map((source) => source.url),
    ],
    none,
  );
}

async function addTargets(tx: Tx, id: string, draft: CampaignDraft): Promise<void> {
  const rules = draft.targets.map((target) => targetRule.parse(target.rule));
  await tx.sql(
    "campaign-add-targets",
    `insert into "TargetRule" ("campaignId", "position", "kind", "params", "words")
     select $1, n, k, p::jsonb, w::jsonb from unnest($2::text[], $3::text[], $4::text[]) with ordinality as given(k, p, w, n)`,
    [
      id,
      rules.map((rule) => rule.kind),
      rules.map((rule) => JSON.stringify(paramsOf(rule))),
      draft.targets.map(({ name, can }) => JSON.stringify({ [draft.locale]: { name, can } })),
    ],
    none,
  );
}
