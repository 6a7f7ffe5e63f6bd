import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";

const placeRow = z.object({ id: z.string() });

/**
 * Confirms a pending signature where its address still has a place: slot 0, else slot 1 for a person of another name.
 * False: this person, or two others, have signed with this address. The unique indexes stand behind it.
 */
export async function takePlace(tx: Tx, by: By, signatureId: string): Promise<boolean> {
  // Those who share an address take their turns; each statement then sees what the one before it committed.
  await tx.sql(
    "signatures-lock-address",
    `select pg_advisory_xact_lock(hashtextextended("campaignId"::text || encode("emailHmac", 'hex'), 2))
     from "Signature" where "id" = $1`,
    [signatureId],
    none,
  );
  const taken = await tx.sql(
    "signatures-take-place",
    `update "Signature" s
     set "state" = 'confirmed', "holdsPlace" = true, "confirmedAt" = $2, "attemptHmac" = null, "slot" = free."slot"
     from (
       select mine."id", min(slots."slot") as "slot"
       from "Signature" mine cross join (values (0), (1)) as slots("slot")
       where mine."id" = $1
         and not exists (
           select 1 from "Signature" held
           where held."campaignId" = mine."campaignId" and held."emailHmac" = mine."emailHmac" and held."holdsPlace" = true
             and (held."slot" = slots."slot" or held."nameHmac" = mine."nameHmac")
         )
       group by mine."id"
     ) free
     where s."id" = free."id" and s."state" = 'pending'
     returning s."id"`,
    [signatureId, by.now],
    placeRow,
  );
  return taken.length > 0;
}
