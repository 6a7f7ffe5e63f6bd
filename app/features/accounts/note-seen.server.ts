import type { By } from "#app/lib/by.ts";
import { none, sql } from "#app/lib/db.server.ts";
import { earlier, minutes } from "#app/lib/time.ts";

/** Finer than this nobody is told when somebody was last here. */
const grain = minutes(5);

/** Notes that an account signed in or did something, in one of its sessions where it is known which. */
export async function noteSeen(by: By, accountId: string, sessionId: string | null): Promise<void> {
  await sql(
    "seen-note",
    `with s as (
       update "Session" set "seenAt" = $3 where "id" = $2::uuid and ("seenAt" is null or "seenAt" < $4)
     )
     update "User" set "seenAt" = $3 where "id" = $1 and ("seenAt" is null or "seenAt" < $4)`,
    [accountId, sessionId, by.now, earlier(by.now, grain)],
    none,
  );
}
