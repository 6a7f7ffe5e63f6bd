import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";
import { readDevice } from "./device.ts";
import type { SessionItem } from "./device.ts";

const row = z.object({
  id: z.string(),
  userAgent: z.string().nullable(),
  createdAt: instant,
  seenAt: instant.nullable(),
});

/** The sessions of an account, the newest first. `expiresAt` is judged by the clock that wrote it. */
export async function sessionsOf(by: By, accountId: string): Promise<SessionItem[]> {
  const rows = await sql(
    "sessions",
    `select "id", "userAgent", "createdAt", "seenAt" from "Session" where "userId" = $1 and "expiresAt" > $2
     order by "createdAt" desc, "id"`,
    [accountId, by.now],
    row,
  );
  return rows.map(({ id, userAgent, createdAt, seenAt }) => ({
    id,
    device: readDevice(userAgent),
    seenAt: seenAt ?? createdAt,
  }));
}
