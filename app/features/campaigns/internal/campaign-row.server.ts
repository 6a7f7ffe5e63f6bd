import { z } from "zod";
import { instant } from "#app/lib/db.server.ts";
import { pictureColumns, pictureRow } from "#app/features/campaigns/internal/picture-row.server.ts";
import { campaignKind, outcomes, stepStatuses } from "#app/features/campaigns/campaign.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { parseTargetRule } from "#app/features/campaigns/target-rule.ts";

/** Columns that a list shows. */
export const listColumns = `c."id", c."slug", c."kind", c."timeZone", c."opensAt", c."closesAt", c."publishedAt",
  c."closedAt", c."goal", c."isDemo", c."hasLetters", t."locale", t."title", t."summary", t."audience", t."reportedIn"`;

const moment = instant.nullable();

/** A row of a list. */
export const listRow = z.object({
  id: z.string(),
  slug: z.string(),
  locale: z.string(),
  kind: campaignKind,
  timeZone: z.string(),
  opensAt: moment,
  closesAt: moment,
  publishedAt: moment,
  closedAt: moment,
  goal: z.number().nullable(),
  isDemo: z.boolean(),
  hasLetters: z.boolean(),
  title: z.string(),
  summary: z.string(),
  audience: z.string(),
  reportedIn: z.string().nullable(),
});

/** Columns of one whole campaign: its lists come as JSON, in order. */
export const campaignColumns = `${listColumns}, c."matterId", c."outcome", c."outcomeNote", c."changedAt", c."retentionDays", c."version",
  c."measureId", t."story", t."askIntro", t."abroad", t."shareText", t."sharePicture",
  coalesce((select json_agg(json_build_object('text', a."text", 'short', a."short") order by a."position")
    from "Ask" a where a."campaignId" = c."id" and a."locale" = t."locale"), '[]') as "asks",
  coalesce((select json_agg(json_build_object('text', p."text", 'sourcePosition', p."sourcePosition") order by p."position")
    from "TalkingPoint" p where p."campaignId" = c."id" and p."locale" = t."locale"), '[]') as "points",
  coalesce((select json_agg(json_build_object('position', s."position", 'title', s."title", 'publisher', s."publisher",
      'publishedOn', s."publishedOn"::text, 'url', s."url") order by s."position")
    from "CampaignSource" s where s."campaignId" = c."id"), '[]') as "sources",
  coalesce((select json_agg(json_build_object('status', s."status", 'title', s."title", 'detail', s."detail") order by s."position")
    from "CampaignStep" s where s."campaignId" = c."id" and s."locale" = t."locale"), '[]') as "steps",
  coalesce((select json_agg(json_build_object('kind', r."kind", 'params', r."params", 'words', r."words") order by r."position")
    from "TargetRule" r where r."campaignId" = c."id"), '[]') as "targets",
  coalesce((select json_agg(json_build_object('n', s."n", 'alt', s."alt", 'credit', s."credit", ${pictureColumns("p")}) order by s."n")
    from "ShownPicture" s join "CampaignPicture" p on p."campaignId" = s."campaignId" and p."n" = s."n"
    where s."campaignId" = c."id" and s."locale" = t."locale"), '[]') as "pictures"`;

const wholeRow = listRow.extend({
  matterId: z.string(),
  outcome: z.enum(outcomes).nullable(),
  outcomeNote: z.string().nullable(),
  changedAt: moment,
  retentionDays: z.number(),
  measureId: z.string().nullable(),
  version: z.number(),
  story: z.string(),
  askIntro: z.string(),
  abroad: z.string(),
  shareText: z.string().nullable(),
  sharePicture: z.number().nullable(),
  pictures: z.array(pictureRow.extend({ alt: z.string(), credit: z.string() })),
  asks: z.array(z.object({ text: z.string(), short: z.string() })),
  points: z.array(z.object({ text: z.string(), sourcePosition: z.number() })),
  sources: z.array(
    z.object({
      position: z.number(),
      title: z.string(),
      publisher: z.string(),
      publishedOn: z.string().nullable(),
      url: z.string().nullable(),
    }),
  ),
  steps: z.array(z.object({ status: z.enum(stepStatuses), title: z.string(), detail: z.string() })),
  targets: z.array(
    z.object({
      kind: z.string(),
      params: z.unknown(),
      words: z.record(z.string(), z.object({ name: z.string(), can: z.string() })),
    }),
  ),
});

/** A row as a campaign, each target in the row's language. */
export const campaignRow = wholeRow.transform((row): Campaign => {
  const targets = row.targets.map(({ kind, params, words }) => ({
    rule: parseTargetRule(kind, params),
    ...(words[row.locale] ?? { name: "", can: "" }),
  }));
  return { ...row, targets, movedTo: null };
});
