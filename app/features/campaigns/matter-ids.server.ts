import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";

/** Every matter: who looks for an address has to ask each, because no matter knows the other's people. */
export async function matterIds(_by: By): Promise<string[]> {
  const matters = await sql("matter-ids", `select "id" from "Matter" order by "id"`, [], z.object({ id: z.string() }));
  return matters.map(({ id }) => id);
}
