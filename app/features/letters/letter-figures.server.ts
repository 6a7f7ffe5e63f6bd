import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { letterStatuses } from "./letter-status.ts";

const figure = { status: z.enum(letterStatuses), n: z.coerce.number() };

/** How many letters of these campaigns stand where. */
export async function lettersByCampaign(_by: By, campaignIds: string[]) {
  return sql(
    "figures-letters",
    `select t."campaignId", t."status", t."n" from unnest($1::uuid[]) as asked("id")
     join "LetterTally" t on t."campaignId" = asked."id" and t."officeId" = '*'`,
    [campaignIds],
    z.object({ campaignId: z.string(), ...figure }),
  );
}

/** The same of one campaign, by office. */
export async function lettersByOffice(_by: By, campaignId: string) {
  return sql(
    "figures-letters-by-office",
    `select "officeId", "status", "n" from "LetterTally" where "campaignId" = $1 and "officeId" <> '*' and "n" <> 0`,
    [campaignId],
    z.object({ officeId: z.string(), ...figure }),
  );
}
