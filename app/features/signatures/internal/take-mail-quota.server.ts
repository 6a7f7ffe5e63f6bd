import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import type { DeliveryKind } from "#app/features/delivery/delivery.ts";
import { mayMailSupporter } from "#app/features/delivery/may-mail-supporter.server.ts";
import { withinLimits } from "#app/lib/limits.server.ts";
import { lookup } from "#app/lib/seal.server.ts";
import { canonicalEmail } from "#app/lib/email-address.ts";
import { days } from "#app/lib/time.ts";

const takenRow = z.object({ one: z.number() });

/** Mails with a link that one address gets in a day: for one campaign, and in all (a newsletter has a dozen calls). */
export const quota = { campaign: 3, all: 12 } as const;

/**
 * Of that, what one network can use up: a stranger who signs with somebody's address, again and again, leaves its owner
 * a mail.
 */
const shares = {
  campaign: { name: "mail-share-campaign", most: 2, perMs: days(1) },
  all: { name: "mail-share", most: 8, perMs: days(1) },
};

/**
 * Whether a mail with a link may go to this address; takes its share of the day's quota. Past it, or where its owner said
 * "This wasn't me" (`mayMailSupporter`), nobody is told: the page is the same and no mail goes (fault 20). `campaignId`
 * null: the link of `/me`, which is about no campaign.
 */
export async function takeMailQuota(
  tx: Tx,
  by: By,
  { campaignId, email, kind = "confirm" }: { campaignId: string | null; email: string; kind?: DeliveryKind },
): Promise<boolean> {
  const address = mailboxOf(email);
  const ofNetwork = [
    { limit: shares.campaign, scope: `${campaignId ?? "me"} ${address}` },
    { limit: shares.all, scope: address },
  ];
  if (!(await withinLimits(tx, by, ofNetwork))) return false;
  const day = by.now.toISOString().slice(0, 10);
  const ofCampaign = lookup("mail-quota", `${campaignId ?? "me"} ${address}`);
  const taken = await tx.sql(
    "signatures-take-quota",
    `with of_campaign as (
       insert into "MailQuota" ("keyHmac", "day", "n") values ($1, $3::date, 1)
       on conflict ("keyHmac", "day") do update set "n" = "MailQuota"."n" + 1 where "MailQuota"."n" < $4
       returning 1
     )
     insert into "MailQuota" ("keyHmac", "day", "n") select $2::bytea, $3::date, 1 from of_campaign
     on conflict ("keyHmac", "day") do update set "n" = "MailQuota"."n" + 1 where "MailQuota"."n" < $5
     returning 1 as "one"`,
    [ofCampaign, lookup("mail-quota", address), day, quota.campaign, quota.all],
    takenRow,
  );
  if (taken.length === 0) return false;
  return mayMailSupporter(tx, by, { email, campaignId, kind });
}

/** Where a mail ends up, for the quota alone: "+tags" all reach one mailbox, and Gmail reads over dots. */
function mailboxOf(email: string): string {
  const [local = "", domain = ""] = canonicalEmail(email).split("@");
  const plain = local.replace(/\+.*$/, "");
  return `${/^(?:gmail|googlemail)\.com$/.test(domain) ? plain.replaceAll(".", "") : plain}@${domain}`;
}
