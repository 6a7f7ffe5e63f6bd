import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { openPool } from "#app/lib/db.server.ts";
import { startPostgres } from "#server/embedded-postgres.ts";
import { migrate } from "#server/migrate.ts";
import { loadSchemaEngine, schemaFiles } from "./schema-engine.ts";

/** Written by hand, unknown to the schema: Prisma would drop them. Each is tested by its effect, `by-hand.db.test.ts`. */
const byHand = ["ContactPoint_once"];
const dropsOfByHand = new RegExp(`^-- DropIndex\\nDROP INDEX "(?:${byHand.join("|")})";\\n*`, "gm");

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

/** The SQL that leads from a migrated database to the schema; empty when there is nothing to do. */
export async function missingSql(databaseUrl: string, files = schemaFiles()): Promise<string> {
  const { SchemaEngine } = await loadSchemaEngine();
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
    const sql = (stdout ?? "").replace(dropsOfByHand, "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    engine.free();
    await pool.end();
  }
}

/** The SQL that leads from the migrations to the schema, found in a database that is thrown away. */
export async function missingMigration(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "redress-migration-"));
  const cluster = await startPostgres(folder);
  try {
    await migrate(cluster.url);
    return await missingSql(cluster.url);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
