import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { openPool } from "#app/lib/db.server.ts";
import { loadSchemaEngine, schemaFiles } from "../prisma/schema-engine.ts";
import { migrationNames, migrationsFolder as folder } from "./migration-names.ts";

const migrationLock = 7_265_647_266;

/**
 * Runs `work` while no other process does, however many start at once. The lock is polled: a session that waits in
 * `pg_advisory_lock` holds a snapshot, and `CREATE INDEX CONCURRENTLY` in a migration would wait for it for ever.
 */
export async function alone<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    for (;;) {
      if (await tryLock(client, migrationLock)) break;
      await wait(100);
    }
    return await work();
  } finally {
    await client.end();
  }
}

/** Runs `work` unless another process is at it under the same lock; says whether it ran. */
export async function unlessRunning(databaseUrl: string, lock: number, work: () => Promise<void>): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 3000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    if (!(await tryLock(client, lock))) return false;
    await work();
    return true;
  } finally {
    await client.end();
  }
}

async function tryLock(client: pg.Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [lock]);
  return rows[0]?.free === true;
}

/** Applies the migrations that are missing, by Prisma's own engine, which keeps the standard `_prisma_migrations`. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const { SchemaEngine } = await loadSchemaEngine();
  // An index on a large table takes its time; cut short it would stay invalid and nothing would start.
  const pool = openPool(databaseUrl, 1, 0);
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  // The engine wants a schema even where it only applies migrations.
  const datamodels = schemaFiles().map(({ path, content }): [string, string] => [path, content]);
  const schemaEngine = await SchemaEngine.new({ datamodels }, () => undefined, factory);
  try {
    const { appliedMigrationNames } = await schemaEngine.applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: { path: "migration_lock.toml", content: readFileSync(join(folder, "migration_lock.toml"), "utf8") },
        shadowDbInitScript: "",
        migrationDirectories: migrationNames().map((path) => ({
          path,
          migrationFile: {
            path: "migration.sql",
            content: { tag: "ok", value: readFileSync(join(folder, path, "migration.sql"), "utf8") },
          },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    schemaEngine.free();
    await pool.end();
  }
}
