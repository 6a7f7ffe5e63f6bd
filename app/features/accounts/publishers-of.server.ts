import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { roles } from "./account.ts";
import type { Account } from "./account.ts";

const row = z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(roles) });

/** Who may publish a campaign now: its organizers and every admin. */
export function publishersOf(_by: By, campaignId: string, tx: Tx = { sql }): Promise<Account[]> {
  return tx.sql(
    "campaign-publishers",
    `select u."id", u."name", u."email", u."role" from "User" u
     where u."removedAt" is null and (u."role" = 'admin' or (u."role" = 'organizer' and exists (
       select 1 from "CampaignMember" m where m."campaignId" = $1 and m."userId" = u."id")))
     order by u."id"`,
    [campaignId],
    row,
  );
}
