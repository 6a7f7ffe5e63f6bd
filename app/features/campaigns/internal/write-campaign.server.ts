import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { paramsOf, targetRule } from "#app/features/campaigns/target-rule.ts";

/** What a campaign's page says, in one language. */
export type WrittenCampaign = Pick<
  Campaign,
  | "locale"
  | "title"
  | "summary"
  | "audience"
  | "story"
  | "askIntro"
  | "reportedIn"
  | "abroad"
  | "asks"
  | "points"
  | "sources"
  | "steps"
  | "targets"
  | "pictures"
  | "shareText"
  | "sharePicture"
>;

/** Takes away what the page says now, so that it can be written anew. */
export async function clearCampaign(tx: Tx, id: string, locale: string): Promise<void> {
  for (const table of ["CampaignText", "Ask", "TalkingPoint", "CampaignStep", "ShownPicture"]) {
    await tx.sql(
      `campaign-clear-${table}`,
      `delete from "${table}" where "campaignId" = $1 and "locale" = $2`,
      [id, locale],
      none,
    );
  }
  for (const table of ["CampaignSource", "TargetRule"]) {
    await tx.sql(`campaign-clear-${table}`, `delete from "${table}" where "campaignId" = $1`, [id], none);
  }
}

/** Writes what the page says of a campaign that says nothing yet. */
export async function writeCampaign(tx: Tx, id: string, written: WrittenCampaign): Promise<void> {
  await addWords(tx, id, written);
  await addSources(tx, id, written);
  await addPictures(tx, id, written);
  await addTargets(tx, id, written);
}

async function addWords(tx: Tx, id: string, written: WrittenCampaign): Promise<void> {
  const { locale } = written;
  await tx.sql(
    "campaign-add-text",
    `insert into "CampaignText" ("campaignId", "locale", "title", "summary", "audience", "story", "askIntro",
       "reportedIn", "abroad", "shareText", "sharePicture") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      locale,
      written.title,
      written.summary,
      written.audience,
      written.story,
      written.askIntro,
      written.reportedIn,
      written.abroad,
      written.shareText,
      written.sharePicture,
    ],
    none,
  );
  await tx.sql(
    "campaign-add-asks",
    `insert into "Ask" ("campaignId", "locale", "position", "text", "short")
     select $1, $2, n, t, s from unnest($3::text[], $4::text[]) with ordinality as given(t, s, n)`,
    [id, locale, written.asks.map((ask) => ask.text), written.asks.map((ask) => ask.short)],
    none,
  );
  await tx.sql(
    "campaign-add-points",
    `insert into "TalkingPoint" ("campaignId", "locale", "position", "text", "sourcePosition")
     select $1, $2, n, t, s from unnest($3::text[], $4::int[]) with ordinality as given(t, s, n)`,
    [id, locale, written.points.map((point) => point.text), written.points.map((point) => point.sourcePosition)],
    none,
  );
  await tx.sql(
    "campaign-add-steps",
    `insert into "CampaignStep" ("campaignId", "locale", "position", "status", "title", "detail")
     select $1, $2, n, s, t, d from unnest($3::text[], $4::text[], $5::text[]) with ordinality as given(s, t, d, n)`,
    [
      id,
      locale,
      written.steps.map((step) => step.status),
      written.steps.map((step) => step.title),
      written.steps.map((step) => step.detail),
    ],
    none,
  );
}

async function addSources(tx: Tx, id: string, written: WrittenCampaign): Promise<void> {
  await tx.sql(
    "campaign-add-sources",
    `insert into "CampaignSource" ("campaignId", "position", "title", "publisher", "publishedOn", "url")
     select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::date[], $6::text[])`,
    [
      id,
      written.sources.map((source) => source.position),
      written.sources.map((source) => source.title),
      written.sources.map((source) => source.publisher),
      written.sources.map((source) => source.publishedOn),
      written.sources.map((source) => source.url),
    ],
    none,
  );
}

async function addPictures(tx: Tx, id: string, { locale, pictures }: WrittenCampaign): Promise<void> {
  await tx.sql(
    "campaign-show-pictures",
    `insert into "ShownPicture" ("campaignId", "locale", "n", "alt", "credit")
     select $1, $2, * from unnest($3::int[], $4::text[], $5::text[])`,
    [id, locale, pictures.map(({ n }) => n), pictures.map(({ alt }) => alt), pictures.map(({ credit }) => credit)],
    none,
  );
}

async function addTargets(tx: Tx, id: string, written: WrittenCampaign): Promise<void> {
  const rules = written.targets.map((target) => targetRule.parse(target.rule));
  await tx.sql(
    "campaign-add-targets",
    `insert into "TargetRule" ("campaignId", "position", "kind", "params", "words")
     select $1, n, k, p::jsonb, w::jsonb from unnest($2::text[], $3::text[], $4::text[]) with ordinality as given(k, p, w, n)`,
    [
      id,
      rules.map((rule) => rule.kind),
      rules.map((rule) => JSON.stringify(paramsOf(rule))),
      written.targets.map(({ name, can }) => JSON.stringify({ [written.locale]: { name, can } })),
    ],
    none,
  );
}
