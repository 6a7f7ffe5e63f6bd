import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { none } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";

/**
 * Keeps what is asked from now on, where it differs from what was asked until now: whoever signs from here on has signed
 * that. Answers whether it differs.
 */
export async function publishAsks(
  tx: Tx,
  by: By,
  { id, locale, asks }: Pick<Campaign, "id" | "locale" | "asks">,
): Promise<boolean> {
  const texts = asks.map(({ text }) => text);
  const [last] = await tx.sql(
    "published-asks-last",
    `select "number", "asks" from "PublishedAsks" where "campaignId" = $1 order by "number" desc limit 1`,
    [id],
    z.object({ number: z.number(), asks: z.array(z.string()) }),
  );
  if (last && JSON.stringify(last.asks) === JSON.stringify(texts)) return false;
  const number = (last?.number ?? 0) + 1;
  await tx.sql(
    "published-asks-add",
    `with added as (
       insert into "PublishedAsks" ("campaignId", "number", "locale", "at", "asks") values ($1, $2, $3, $4, $5)
     )
     update "Campaign" set "asksVersion" = $2 where "id" = $1`,
    [id, number, locale, by.now, texts],
    none,
  );
  return true;
}
