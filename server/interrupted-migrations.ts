import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";

/** The name of the session that migrates, so that what is left of a killed one is found. */
export const migrating = "redress-migrate";

/**
 * What a killed run left: its session, which PostgreSQL lets go on to the end of its statement, and a row that was begun and
 * not finished. Such a migration has done nothing that lasts, or runs again as if for the first time (`wholeScripts`), so
 * that its row is a run that was rolled back.
 */
export async function endInterrupted(pool: pg.Pool): Promise<void> {
  await pool.query(
    `select pg_terminate_backend(pid, 60000) from pg_stat_activity where application_name = $1
       and datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    [migrating],
  );
  if (await isUntouched(pool)) return;
  await pool.query(
    `update _prisma_migrations set rolled_back_at = started_at where finished_at is null and rolled_back_at is null`,
  );
}

/** The migrations that this database has. */
export async function appliedNames(pool: pg.Pool): Promise<Set<string>> {
  if (await isUntouched(pool)) return new Set();
  const { rows } = await pool.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`,
  );
  return new Set(rows.map(({ name }) => name));
}

async function isUntouched(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query(`select 1 where to_regclass('_prisma_migrations') is null`);
  return rows.length > 0;
}

/**
 * The adapter cuts a script at its semicolons and commits each piece. Here a migration is one transaction, its row's
 * `finished_at` included. What cannot be in one (CONCURRENTLY stands alone in its migration) can be run again.
 */
export function wholeScripts(pool: pg.Pool, migrations: { name: string; script: string }[]): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    // One text without values is sent as it stands, and its statements are one transaction.
    const send = (sql: string) => adapter.executeRaw({ sql, args: [], argTypes: [] });
    adapter.executeScript = async (script) => {
      const index = concurrentIndex(script);
      if (index) {
        const found = await stateOfIndex(pool, index.name);
        if (found === (index.does === "create" ? "valid" : "absent")) return;
        if (index.does === "create" && found === "invalid") await send(`DROP INDEX CONCURRENTLY "${index.name}"`);
        await send(script);
        return;
      }
      const migration = migrations.find((one) => one.script.trim() === script.trim());
      await send(migration ? `${script}\n;${finish(migration.name)}` : script);
    };
    return adapter;
  };
  return factory;
}

/** The engine writes the very instant afterwards, if it lives to. */
const finish = (name: string) =>
  `update _prisma_migrations set finished_at = started_at
   where migration_name = '${name}' and finished_at is null and rolled_back_at is null`;

/** The index that a migration makes or drops while others write; null: it does neither, and is one transaction. */
export function concurrentIndex(script: string): { does: "create" | "drop"; name: string } | null {
  const statement = script.replace(/^\s*--.*$/gm, "").trim();
  const [, does, name] = /^(CREATE(?: UNIQUE)?|DROP) INDEX CONCURRENTLY "(\w+)"[^;]*;?$/.exec(statement) ?? [];
  return does && name ? { does: does === "DROP" ? "drop" : "create", name } : null;
}

async function stateOfIndex(pool: pg.Pool, name: string): Promise<"valid" | "invalid" | "absent"> {
  const { rows } = await pool.query<{ indisvalid: boolean }>(
    `select indisvalid from pg_index where indexrelid = to_regclass($1)`,
    [`"${name}"`],
  );
  if (!rows[0]) return "absent";
  return rows[0].indisvalid ? "valid" : "invalid";
}
