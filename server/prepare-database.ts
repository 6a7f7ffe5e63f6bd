import { z } from "zod";
import { ensureOrganization } from "#app/features/accounts/organization-of.server.ts";
import { sampleOrganization } from "#app/features/accounts/organization.ts";
import { loadDemo } from "#app/features/campaigns/load-demo.server.ts";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import type { By } from "#app/lib/by.ts";
import { now } from "#app/lib/clock.server.ts";
import { count, isDatabaseDown, sql } from "#app/lib/db.server.ts";
import { EnvFault, env } from "#app/lib/env.server.ts";
import { KeyFault, noteKeys } from "#app/lib/keys-in-use.server.ts";
import { keepDemoSignIns } from "./demo-sign-ins.ts";
import { alone, migrate } from "./migrate.ts";

/**
 * Brings a database to where this version expects it: migrations, its keys at hand, the directory's facts, one organization and, where
 * there is no campaign yet outside production, the demonstration and who signs in to it. Any number of processes may do so at once.
 */
export async function prepareDatabase(databaseUrl: string | undefined): Promise<void> {
  if (!databaseUrl)
    throw new EnvFault(["DATABASE_URL is required here: only `npm start` brings a database of its own"]);
  await alone(databaseUrl, async () => {
    await migrate(databaseUrl);
    const by: By = { actor: "operator", now: now() };
    await noteKeys(by.now);
    await loadDirectory(by);
    await ensureOrganization(by, sampleOrganization);
    if (await wantsDemo()) await loadDemo(by);
    await keepDemoSignIns(by);
  });
}

async function wantsDemo(): Promise<boolean> {
  if (env().isProduction || env().DEMO === "off") return false;
  const [campaigns] = await sql(
    "prepare-campaigns",
    `select count(*) as "n" from "Campaign"`,
    [],
    z.object({ n: count }),
  );
  return campaigns?.n === 0;
}

/** What stands in the way of starting, for the person at the terminal. */
export function tellWhyNot(error: unknown): string {
  if (error instanceof EnvFault || error instanceof KeyFault) return error.faults.join("\n");
  if (isDatabaseDown(error)) return "The database of DATABASE_URL does not answer.";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
