import { ensureOrganization } from "#app/features/accounts/organization-of.server.ts";
import { loadDemo } from "#app/features/campaigns/load-demo.server.ts";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import type { By } from "#app/lib/by.ts";
import { now } from "#app/lib/clock.server.ts";
import { count, sql } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { z } from "zod";
import { alone, migrate } from "./migrate.ts";

/**
 * Brings a database to where this version expects it: migrations, the directory's facts, one organization and, in a new
 * database outside production, the demonstration. Safe to run by any number of processes at once.
 */
export async function prepareDatabase(databaseUrl: string): Promise<void> {
  await alone(databaseUrl, async () => {
    await migrate(databaseUrl);
    const by: By = { actor: "operator", now: now() };
    await loadDirectory(by);
    await ensureOrganization(by, unnamedOrganization());
    if (await wantsDemo()) await loadDemo(by);
  });
}

/** What stands in for the organization until its own words are entered. */
function unnamedOrganization() {
  return {
    name: env().isProduction ? new URL(env().APP_URL).host : "Sample Organization",
    postalAddress: env().isProduction ? "" : "1 Sample Street, Sample Town",
    contactEmail: "contact@organization.example",
    privacyEmail: "privacy@organization.example",
  };
}

async function wantsDemo(): Promise<boolean> {
  if (env().isProduction || env().DEMO === "off") return false;
  const [campaigns] = await sql("prepare-campaigns", `select count(*) as "n" from "Campaign"`, [], z.object({ n: count }));
  return campaigns?.n === 0;
}
