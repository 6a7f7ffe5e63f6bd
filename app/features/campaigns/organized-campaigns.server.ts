import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";
import { campaignKind, outcomes } from "#app/features/campaigns/campaign.ts";
import { partSchemas } from "#app/features/campaigns/campaign-document.ts";
import { instantsOf } from "#app/features/campaigns/campaign-from-document.ts";

const moment = instant.nullable();
const row = z.object({
  id: z.string(),
  slug: z.string(),
  kind: campaignKind,
  title: z.string(),
  timeZone: z.string(),
  opensAt: moment,
  closesAt: moment,
  publishedAt: moment,
  closedAt: moment,
  outcome: z.enum(outcomes).nullable(),
  goal: z.number().nullable(),
  isDemo: z.boolean(),
  isChanged: z.boolean(),
  askedById: z.string().nullable(),
  draftDates: partSchemas.dates.nullable(),
});
/**
 * What an organizer's list says of a campaign; `isChanged`: something was written that readers do not see yet;
 * `askedById`: who asked to publish it just as it is, and waits. A draft's dates are those that are written.
 */
export type OrganizedCampaign = Omit<z.output<typeof row>, "draftDates">;

/** The campaigns that somebody works on, those not over first, the newest first; null: every campaign. */
export async function organizedCampaigns(_by: By, ids: string[] | null): Promise<OrganizedCampaign[]> {
  const found = await sql(
    "campaigns-organized",
    `select c."id", c."slug", c."timeZone", c."opensAt", c."closesAt", c."publishedAt", c."closedAt", c."outcome",
       c."isDemo", coalesce(r."doc" #>> '{story,kind}', c."kind") as "kind",
       coalesce(r."doc" #>> '{story,title}', (select min(t."title") from "CampaignText" t where t."campaignId" = c."id"), '') as "title",
       case when r."number" is null then c."goal" else (r."doc" #>> '{dates,goal}')::int end as "goal",
       (r."number" is not null and r."number" is distinct from c."published") as "isChanged",
       q."askedById", case when c."publishedAt" is null then r."doc" -> 'dates' end as "draftDates"
     from "Campaign" c left join lateral (
       select "number", "doc" from "CampaignRevision" where "campaignId" = c."id" and not "aside"
       order by "number" desc limit 1
     ) r on true
     left join "PublishRequest" q on q."campaignId" = c."id" and q."state" = 'open' and q."version" = c."version"
       and q."revision" = r."number"
     where $1::uuid[] is null or c."id" = any ($1)
     order by (c."closedAt" is not null), c."id" desc`,
    [ids],
    row,
  );
  return found.map(({ draftDates, ...campaign }) => ({ ...campaign, ...(draftDates && instantsOf(draftDates)) }));
}
