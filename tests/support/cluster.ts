import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "#server/embedded-postgres.ts";
import { migrate } from "#server/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the cluster's maintenance database. */
    clusterUrl: string;
    /** The migrated database that each test file clones. */
    templateName: string;
  }
}

/** One cluster for the whole run, with one migrated database that test files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "redress-cluster-"));
  const cluster = await startPostgres(folder);
  await migrate(cluster.url);
  const { pathname } = new URL(cluster.url);
  const maintenance = new URL(cluster.url);
  maintenance.pathname = "/postgres";
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  // What it holds need not outlive the run.
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"])
    await client.query(`alter system set ${setting} = off`);
  await client.query("select pg_reload_conf()");
  // The engine's own connection may linger; a template must have none.
  await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [pathname.slice(1)]);
  await client.end();
  project.provide("clusterUrl", maintenance.href);
  project.provide("templateName", pathname.slice(1));
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
