import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { openPool } from "#app/lib/db.server.ts";
import { locks } from "#app/lib/locks.ts";
import { loadSchemaEngine, schemaFiles } from "../prisma/schema-engine.ts";
import { appliedNames, endInterrupted, migrating, wholeScripts } from "./interrupted-migrations.ts";
import { migrationNames, migrationsFolder } from "./migration-names.ts";
import { tryLock } from "./try-lock.ts";

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
      if (await tryLock(client, locks.migration)) break;
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

/**
 * Applies the migrations that are missing, by Prisma's own engine, which keeps the standard `_prisma_migrations`. Call it
 * `alone`. A run that was killed, at whatever moment, is taken up where it stood (decision 011).
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const names = migrationNames();
  const address = new URL(databaseUrl);
  address.searchParams.set("application_name", migrating);
  // An index on a large table takes its time; cut short it would stay invalid and nothing would start.
  const pool = openPool(address.href, 1, 0);
  try {
    await endInterrupted(pool);
    const applied = await appliedNames(pool);
    // Loading the engine costs more than all the rest of an ordinary start.
    if (names.every((name) => applied.has(name))) return [];
    const folder = migrationsFolder();
    const migrations = names.map((name) => ({
      name,
      script: readFileSync(join(folder, name, "migration.sql"), "utf8"),
    }));
    const { SchemaEngine } = await loadSchemaEngine();
    // It wants a schema even where it only applies migrations.
    const datamodels = schemaFiles().map(({ path, content }): [string, string] => [path, content]);
    const factory = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool, migrations));
    const schemaEngine = await SchemaEngine.new({ datamodels }, () => undefined, factory);
    try {
      const { appliedMigrationNames } = await schemaEngine.applyMigrations({
        migrationsList: {
          baseDir: folder,
          lockfile: { path: "migration_lock.toml", content: readFileSync(join(folder, "migration_lock.toml"), "utf8") },
          shadowDbInitScript: "",
          migrationDirectories: migrations.map(({ name, script }) => ({
            path: name,
            migrationFile: { path: "migration.sql", content: { tag: "ok", value: script } },
          })),
        },
        filters: { externalTables: [], externalEnums: [] },
      });
      return appliedMigrationNames;
    } finally {
      schemaEngine.free();
    }
  } finally {
    await pool.end();
  }
}
