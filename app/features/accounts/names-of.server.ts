import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";

/** The names of accounts by their ids, of those too that were removed. */
export async function namesOf(_by: By, ids: string[]): Promise<Map<string, string>> {
  const rows = await sql(
    "account-names",
    `select "id", "name" from "User" where "id" = any($1::uuid[])`,
    [ids.filter((id) => z.uuid().safeParse(id).success)],
    z.object({ id: z.string(), name: z.string() }),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
