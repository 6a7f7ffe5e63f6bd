import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type * as SchemaEnginePackage from "@prisma/schema-engine-wasm";
import pg from "pg";
import { openPool } from "#app/lib/db.server.ts";
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

/** The schema as the engine takes it: it wants one even where it only applies migrations. */
function schemaFiles(): [string, string][] {
  const schema = fileURLToPath(new URL("../prisma/schema", import.meta.url));
  return readdirSync(schema).map((name) => [name, readFileSync(join(schema, name), "utf8")]);
}

/** Applies the migrations that are missing, by Prisma's own engine, which keeps the standard `_prisma_migrations`. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const { SchemaEngine } = await loadEngine();
  const pool = openPool(databaseUrl, 1);
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  const schemaEngine = await SchemaEngine.new({ datamodels: schemaFiles() }, () => undefined, factory);
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

type Engine = typeof SchemaEnginePackage;

let engine: Promise<Engine> | undefined;

/** One instance in a process: the glue keeps views on the first instance's memory. */
function loadEngine(): Promise<Engine> {
  return (engine ??= instantiate());
}

/** Instantiates the engine from its package: Node loads no `.wasm` module by itself without a flag. */
async function instantiate(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve("@prisma/schema-engine-wasm"));
  const glue = (await import(join(home, "schema_engine_bg.js"))) as Engine & {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  };
  const module = new WebAssembly.Module(readFileSync(join(home, "schema_engine_bg.wasm")));
  const instance = new WebAssembly.Instance(module, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}
