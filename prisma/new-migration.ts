/**
 * `node --import tsx prisma/new-migration.ts NAME` writes the migration that leads from the migrations that exist to the
 * schema as it is now. It starts a database for that and throws it away. Read the result: what Prisma does not know
 * (CHECKs, triggers, NULLS NOT DISTINCT) is yours to add.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { openPool } from "#app/lib/db.server.ts";
import { startPostgres } from "#server/embedded-postgres.ts";
import { migrate } from "#server/migrate.ts";
import { loadSchemaEngine, schemaFiles } from "./schema-engine.ts";

/** Written by hand, unknown to the schema: Prisma would drop them. */
const byHand = /^-- DropIndex\nDROP INDEX "ContactPoint_once";\n+/m;

const char = 18;
const text = 25;

/** The catalogue has columns of PostgreSQL's type "char", for which the adapter has no case. */
class CatalogueReader extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const inner = adapter as unknown as {
      performIO: (query: unknown) => Promise<{ fields: { dataTypeID: number }[] }>;
    };
    const performIO = inner.performIO.bind(adapter);
    const queryRaw = adapter.queryRaw.bind(adapter);
    let isChar: boolean[] = [];
    inner.performIO = async (query) => {
      const result = await performIO(query);
      isChar = result.fields.map((field) => field.dataTypeID === char);
      for (const field of result.fields) if (field.dataTypeID === char) field.dataTypeID = text;
      return result;
    };
    // One engine on one connection: queries follow each other, so `isChar` is that of this query.
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type));
      return { ...result, columnTypes };
    };
    return adapter;
  }
}

/** The SQL that is missing between a migrated database and the schema; empty when there is none. */
async function missingSql(databaseUrl: string): Promise<string> {
  const { SchemaEngine } = await loadSchemaEngine();
  const files = schemaFiles();
  const pool = openPool(databaseUrl, 1);
  const engine = await SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new CatalogueReader(pool)),
  );
  try {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "prisma" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (stdout ?? "").replace(byHand, "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    engine.free();
    await pool.end();
  }
}

async function newMigration(name: string): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), "redress-migration-"));
  const cluster = await startPostgres(folder);
  try {
    await migrate(cluster.url);
    const sql = await missingSql(cluster.url);
    if (sql === "") return null;
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const path = fileURLToPath(new URL(`migrations/${stamp}_${name}`, import.meta.url));
    mkdirSync(path);
    writeFileSync(join(path, "migration.sql"), `${sql}\n`);
    return path;
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [name = ""] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]{0,60}$/.test(name)) {
  console.error("Give the migration a name of lower-case letters, digits and underscores: add_matter_summary");
  process.exit(1);
}
const path = await newMigration(name);
console.log(
  path ? `Wrote ${path}/migration.sql. Read it, and add its CHECKs.` : "The migrations already lead to this schema.",
);
