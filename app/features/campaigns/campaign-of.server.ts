import type { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { isDatabaseDown, sql } from "#app/lib/db.server.ts";
import { seconds } from "#app/lib/time.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { campaignState, mayBeSlug } from "#app/features/campaigns/campaign.ts";
import {
  campaignColumns,
  campaignRow,
  listColumns,
  listRow,
} from "#app/features/campaigns/internal/campaign-row.server.ts";

/** What a list says of a campaign. */
export type ListedCampaign = z.output<typeof listRow>;

const fresh = seconds(2);
const kept = new Map<string, { campaign: Campaign; at: number }>();

/**
 * The published campaign of a slug, else null; whether it is open says `campaignState`. Who comes by an earlier address
 * gets it under that one, so that what they began there (cookies have its path) ends there; `movedTo` says the present
 * one. Kept for two seconds. Older facts serve only while the database is down, so that a form that was sent can be shown
 * again with all its words.
 */
export async function campaignBySlug(by: By, slug: string, locale = "en"): Promise<Campaign | null> {
  if (!mayBeSlug(slug)) return null;
  const key = `${locale} ${slug}`;
  const known = kept.get(key);
  if (known && Math.abs(by.now.getTime() - known.at) < fresh) return published(by, known.campaign);
  try {
    const campaign = await readBySlug(slug, locale);
    if (campaign) kept.set(key, { campaign, at: by.now.getTime() });
    else kept.delete(key);
    return published(by, campaign ?? null);
  } catch (error) {
    if (known && isDatabaseDown(error)) return published(by, known.campaign);
    throw error;
  }
}

/** The campaign of an id that we gave out ourselves, published or not. */
export async function campaignById(by: By, id: string, locale = "en"): Promise<Campaign | null> {
  for (const { campaign, at } of kept.values()) {
    const isFresh = Math.abs(by.now.getTime() - at) < fresh;
    if (campaign.id === id && campaign.locale === locale && isFresh) return campaign;
  }
  const [campaign] = await sql(
    "campaign-by-id",
    `select ${campaignColumns} from "Campaign" c
     join "CampaignText" t on t."campaignId" = c."id" and t."locale" = $2 where c."id" = $1`,
    [id, locale],
    campaignRow,
  );
  return campaign ?? null;
}

/** Campaigns that one can sign now, the newest first. */
export async function openCampaigns(by: By, locale = "en"): Promise<ListedCampaign[]> {
  return (await listedCampaigns(locale)).filter((campaign) => campaignState(campaign, by.now) === "open");
}

/**
 * Reads what can be signed now before anybody asks, so that a form that comes first while the database is down is shown
 * again too. For the start of a process; a database that is down then is no fault.
 */
export async function keepOpenCampaigns(by: By, locales: readonly string[]): Promise<void> {
  try {
    for (const locale of locales)
      for (const { slug } of await openCampaigns(by, locale)) await campaignBySlug(by, slug, locale);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
  }
}

/** Campaigns that are over, the newest first. */
export async function closedCampaigns(by: By, locale = "en"): Promise<ListedCampaign[]> {
  return (await listedCampaigns(locale)).filter((campaign) => campaignState(campaign, by.now) === "closed");
}

/** After a change in this process; another one sees it within two seconds. */
export function forgetCampaigns(): void {
  kept.clear();
}

/** Every campaign that was ever published, the newest first. */
export async function publishedCampaigns(by: By, locale = "en"): Promise<ListedCampaign[]> {
  return (await listedCampaigns(locale)).filter((campaign) => campaignState(campaign, by.now) !== "unpublished");
}

async function readBySlug(slug: string, locale: string): Promise<Campaign | null> {
  const found = await sql(
    "campaign-by-slug",
    `select ${campaignColumns} from "Campaign" c
     join "CampaignText" t on t."campaignId" = c."id" and t."locale" = $2
     where c."slug" = $1 or c."id" = (select "campaignId" from "SlugRedirect" where "slug" = $1)`,
    [slug, locale],
    campaignRow,
  );
  const named = found.find((campaign) => campaign.slug === slug);
  const [moved] = found;
  return named ?? (moved ? { ...moved, slug, movedTo: moved.slug } : null);
}

function listedCampaigns(locale: string): Promise<ListedCampaign[]> {
  return sql(
    "campaigns-listed",
    `select ${listColumns} from "Campaign" c
     join "CampaignText" t on t."campaignId" = c."id" and t."locale" = $1
     where c."publishedAt" is not null order by coalesce(c."opensAt", c."publishedAt") desc, c."slug"`,
    [locale],
    listRow,
  );
}

function published(by: By, campaign: Campaign | null): Campaign | null {
  return campaign && campaignState(campaign, by.now) !== "unpublished" ? campaign : null;
}
