import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { closeDatabase } from "#app/lib/db.server.ts";
import { startPostgres } from "#server/embedded-postgres.ts";
import { clockOffset } from "../support/installation.ts";

export interface BareDatabase {
  /** For the environment of a process under test; this process's own environment names the same database. */
  env: { DATABASE_URL: string; DATA_DIR: string; CLOCK_OFFSET: string };
  /** A connection of the test's own, of its superuser. */
  connect: () => Promise<pg.Client>;
  stop: () => Promise<void>;
}

/** An embedded database without a table, for tests that run web or worker without `start`. */
export async function startBareDatabase(): Promise<BareDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "redress-fault-"));
  const cluster = await startPostgres(dataDir);
  const env = { DATABASE_URL: cluster.url, DATA_DIR: dataDir, CLOCK_OFFSET: clockOffset() };
  Object.assign(process.env, env);
  return {
    env,
    connect: async () => {
      const client = new pg.Client({ connectionString: cluster.url });
      await client.connect();
      return client;
    },
    stop: async () => {
      await closeDatabase();
      await cluster.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until `look` says yes; the test's own time limit ends it. */
export async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 50));
}
