import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrationNames } from "#server/migration-names.ts";
import { migrate } from "#server/migrate.ts";
import { run } from "../support/installation.ts";
import { startBareDatabase, until } from "./bare-database.ts";
import type { BareDatabase } from "./bare-database.ts";
import { chanceOf, seedOf } from "../soak/chance.ts";

let database: BareDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await startBareDatabase();
  client = await database.connect();
});
afterAll(async () => {
  await client.end();
  await database.stop();
});

/** A new database in the same cluster. */
async function anotherDatabase(name: string): Promise<string> {
  await client.query(`create database ${name}`);
  const url = new URL(database.env.DATABASE_URL);
  url.pathname = `/${name}`;
  return url.href;
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const own = new pg.Client({ connectionString: url });
  await own.connect();
  return work(own).finally(() => own.end());
}

/** How many migrations have begun, and ended. */
async function progress(): Promise<{ begun: number; ended: number }> {
  const { rows } = await client.query<{ known: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as known`,
  );
  if (!rows[0]?.known) return { begun: 0, ended: 0 };
  const counted = await client.query<{ begun: number; ended: number }>(
    `select count(distinct migration_name)::int as begun,
       (count(distinct migration_name) filter (where finished_at is not null))::int as ended from _prisma_migrations`,
  );
  return counted.rows[0] ?? { begun: 0, ended: 0 };
}

/** Everything that a migration can make, as text. */
const shape = `
  select 'column' as kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '') as what
    from information_schema.columns where table_schema = 'public'
  union all select 'index', i.indexdef || ' ' || x.indisvalid
    from pg_indexes i join pg_index x on x.indexrelid = to_regclass('"' || i.indexname || '"') where i.schemaname = 'public'
  union all select 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace
  union all select 'trigger', tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
  order by 1, 2`;
const shapeOf = (url: string) => connected(url, async (own) => (await own.query(shape)).rows);

describe("killed while it migrates", () => {
  it("prepare, killed ten times, is taken up each time and ends with what an undisturbed one makes", async () => {
    const seed = seedOf();
    console.log(`seed ${seed}`);
    const chance = chanceOf(seed);
    const all = migrationNames().length;
    // The last ones while the directory is loaded, or the demonstration.
    const moments = Array.from({ length: 8 }, () => chance.below(all + 1)).sort((a, b) => a - b);
    for (const moment of [...moments, all, all]) {
      const prepare = run("server/prepare.ts", database.env);
      const pause = chance.between(0, moment === all ? 600 : 60);
      await until(async () => {
        const { begun, ended } = await progress();
        return (moment === all ? ended : begun) >= moment || prepare.child.exitCode !== null;
      });
      await new Promise((resolve) => setTimeout(resolve, pause));
      prepare.child.kill("SIGKILL");
      await prepare.ended;
    }
    const last = run("server/prepare.ts", database.env);
    expect({ code: await last.ended, said: last.output() }).toEqual({ code: 0, said: "" });

    const clean = await anotherDatabase("clean");
    await migrate(clean);
    expect(await shapeOf(database.env.DATABASE_URL)).toEqual(await shapeOf(clean));
    const { rows } = await client.query(
      `select (select count(*)::int from _prisma_migrations where finished_at is null and rolled_back_at is null) as open,
         (select count(*)::int from "DirectoryImport") as directories, (select count(*)::int from "Campaign") as campaigns`,
    );
    expect(rows).toEqual([{ open: 0, directories: 1, campaigns: 6 }]);
    expect(await progress()).toEqual({ begun: all, ended: all });
  });

  it("what a kill left is found: a session that still makes its index, and runs that were begun and not ended", async () => {
    const url = await anotherDatabase("interrupted");
    await migrate(url);
    const whole = await shapeOf(url);
    const address = new URL(url);
    address.searchParams.set("application_name", "redress-migrate");
    const orphan = new pg.Client({ connectionString: address.href });
    orphan.on("error", () => undefined);
    await orphan.connect();
    await connected(url, async (own) => {
      await own.query(`drop index "Delivery_to_wipe"`);
      const { rowCount } = await own.query(
        `update _prisma_migrations set finished_at = null where migration_name ~ '_(deliveries_to_wipe|signatures_waiting_gone|letters_held_validated)$'`,
      );
      expect(rowCount).toBe(3);
      await own.query(`begin; lock "Delivery" in row exclusive mode`);
      // As the engine does: it keeps others away, and would deadlock with whoever waits for it.
      await orphan.query("select pg_advisory_lock(72707369)");
      const making = orphan.query(`create index concurrently "Delivery_to_wipe" on "Delivery"("endedAt")`);
      const ended = making.catch((error: Error) => error);
      await until(async () => (await client.query("select 1 from pg_stat_progress_create_index")).rowCount === 1);

      const migrated = migrate(url);
      expect(await ended).toBeInstanceOf(Error);
      await own.query("rollback");
      expect(await migrated).toHaveLength(3);
    });
    expect(await shapeOf(url)).toEqual(whole);
  });
});
