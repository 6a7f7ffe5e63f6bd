import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "#app/lib/db.server.ts";

// Each test file gets a clone of the migrated database, and keys of its own.
const url = new URL(inject("clusterUrl"));
const name = `test_${randomBytes(8).toString("hex")}`;
const client = new pg.Client({ connectionString: url.href });
await client.connect();
// Two clones of one template at a time are refused by PostgreSQL: wait for the turn.
await client.query("select pg_advisory_lock(1)");
await client.query(`create database ${name} template ${inject("templateName")}`);
await client.end();

const dataDir = mkdtempSync(join(tmpdir(), "redress-test-"));
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.DATA_DIR = dataDir;

afterAll(async () => {
  await closeDatabase();
  rmSync(dataDir, { recursive: true, force: true });
});
