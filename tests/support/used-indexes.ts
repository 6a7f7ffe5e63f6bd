import { z } from "zod";
import { closeDatabase, none, sql } from "#app/lib/db.server.ts";

/**
 * The indexes that PostgreSQL walks while `work` runs in this process, and the tables that it reads whole though that is
 * made dear. What a session counted is seen once it has ended.
 */
export async function usedIndexes(work: () => Promise<unknown>): Promise<{ indexes: string[]; tables: string[] }> {
  const [db] = await sql("test-db", `select current_database() as "name"`, [], z.object({ name: z.string() }));
  const change = (to: string) =>
    sql(`test-seqscan-${to}`, `alter database ${db?.name} set enable_seqscan = ${to}`, [], none);
  await change("off");
  await closeDatabase();
  const before = await scans();
  await closeDatabase();
  try {
    await work();
  } finally {
    await closeDatabase();
    await change("on");
    await closeDatabase();
  }
  const after = await scans();
  const more = (kind: string) =>
    after.filter((one) => one.kind === kind && one.n > (before.find(({ name }) => name === one.name)?.n ?? 0));
  return { indexes: more("index").map(({ name }) => name), tables: more("table").map(({ name }) => name) };
}

const scan = z.object({ kind: z.string(), name: z.string(), n: z.coerce.number() });

function scans(): Promise<z.output<typeof scan>[]> {
  return sql(
    "test-scans",
    `select 'index' as "kind", indexrelname as "name", idx_scan as "n" from pg_stat_user_indexes
     union all select 'table', relname, seq_scan from pg_stat_user_tables order by 2`,
    [],
    scan,
  );
}
