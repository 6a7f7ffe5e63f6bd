import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { days, earlier } from "#app/lib/time.ts";
import type { DeliveryKind } from "./delivery.ts";
import { recipientHmac } from "./recipient-hmac.server.ts";

const mayRow = z.object({ may: z.boolean() });

/** How far apart confirmation mails are that go all the same. */
const stoppedPause = days(7);

/**
 * Whether a mail of this kind about this campaign may go to this address, asked when it is queued. What "This wasn't me"
 * stops, in one rule: all mail about that campaign to that address as somebody who signs, at once and for good. What
 * waits is cancelled by the worker; no reminder goes, no news. But anybody can enter an address anew, its owner too: one
 * confirmation mail in seven days goes all the same, and a signature that was entered after the stop and is confirmed
 * from its mail ends the stop (`liftSuppression`). So nobody can flood an address by entering it again, and its owner is
 * not locked out. A letter is written to an office, not to somebody who signs: it goes on, also where somebody entered
 * that office's address as their own. Scope "all" stops everything, letters too (fault 13).
 *
 * The same statement for every address (fault 19). It takes the turn of the seven days: ask last.
 */
export async function mayMailSupporter(
  tx: Tx,
  by: By,
  { email, campaignId, kind }: { email: string; campaignId: string | null; kind: DeliveryKind },
): Promise<boolean> {
  const [found] = await tx.sql(
    "suppression-ask",
    `with asked as (
       select "scope" from "Suppression"
       where "emailHmac" = $1 and ("scope" = 'all' or "scope" = 'campaign:' || $2::text)
     ), let_through as (
       update "Suppression" set "letThroughAt" = $3::timestamptz
       where "emailHmac" = $1 and "scope" = 'campaign:' || $2::text and $4::text = 'confirm'
         and ("letThroughAt" is null or "letThroughAt" <= $5) and not exists (select 1 from asked where "scope" = 'all')
       returning 1
     )
     select not exists (select 1 from asked) or exists (select 1 from let_through) as "may"`,
    [recipientHmac(email), campaignId, by.now, kind, earlier(by.now, stoppedPause)],
    mayRow,
  );
  return found?.may ?? false;
}
