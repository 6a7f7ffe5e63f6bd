import { z } from "zod";
import { closeDatabase, sql, transaction } from "#app/lib/db.server.ts";

/** Does it in sessions that PostgreSQL lets write nothing. */
export async function readingOnly<T>(work: () => Promise<T>): Promise<T> {
  const [db] = await sql("test-db", `select current_database() as "name"`, [], z.object({ name: z.string() }));
  const change = `alter database ${db?.name} set default_transaction_read_only`;
  await sql("test-read-only", `${change} = on`, [], z.unknown());
  await closeDatabase();
  try {
    return await work();
  } finally {
    await transaction(async (tx) => {
      await tx.sql("test-writing", "set transaction read write", [], z.unknown());
      await tx.sql("test-read-write", `${change} = off`, [], z.unknown());
    });
    await closeDatabase();
  }
}
