import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";

const row = z.object({ id: z.string(), name: z.string().nullable(), createdAt: instant });

/** The passkeys of an account, the newest first: what their owner tells them apart by. */
export async function passkeysOf(_by: By, accountId: string): Promise<{ id: string; name: string; createdAt: Date }[]> {
  const rows = await sql(
    "passkeys",
    `select "id", "name", "createdAt" from "Passkey" where "userId" = $1 order by "createdAt" desc, "id"`,
    [accountId],
    row,
  );
  return rows.map(({ name, ...one }) => ({ ...one, name: name ?? "" }));
}
