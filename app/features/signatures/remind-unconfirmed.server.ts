import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { isDatabaseDown, sql, transaction } from "#app/lib/db.server.ts";
import { newToken } from "#app/lib/id.server.ts";
import { logFault } from "#app/lib/log.server.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { later } from "#app/lib/time.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import { reminderMail } from "./internal/confirm-mail.server.ts";
import { dueReminders } from "./internal/due-reminders.server.ts";
import type { DueReminder } from "./internal/due-reminders.server.ts";
import { recordEvents } from "./internal/events.server.ts";
import { takeMailQuota } from "./internal/take-mail-quota.server.ts";
import { personLabel } from "./internal/labels.ts";
import { insertToken } from "./internal/tokens.server.ts";
import { linkLife, pendingLife, personSchema } from "./signature.ts";

const batch = 50;

/**
 * Reminds once of each signature that waits unconfirmed for two days. Each is looked at once and marked in the
 * transaction that queues its mail; where no mail may go (closed campaign, suppressed address, the day's quota, a person
 * who has confirmed or signed anew meanwhile), that is its turn too. One that somebody is just confirming is left to the
 * next run. Answers how many mails were queued.
 */
export async function remindUnconfirmed(by: By, signal?: AbortSignal): Promise<number> {
  let reminded = 0;
  let last: DueReminder | null = null;
  do {
    const due: DueReminder[] = await dueReminders({ sql }, by, { last, limit: batch });
    for (const signature of due) if (!signal?.aborted && (await triedToRemind(by, signature))) reminded += 1;
    last = due.length === batch ? (due.at(-1) ?? null) : null;
  } while (last !== null && !signal?.aborted);
  return reminded;
}

/** One that cannot be reminded, because its row cannot be opened, keeps nobody behind it waiting. */
async function triedToRemind(by: By, due: DueReminder): Promise<boolean> {
  try {
    return await remind(by, due);
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    logFault(error, { job: "remind-unconfirmed" });
    return false;
  }
}

async function remind(by: By, due: DueReminder): Promise<boolean> {
  const { id, campaignId, sealedPerson, locale, signedAt } = due;
  const { email } = unseal(personLabel, id, sealedPerson, personSchema);
  const campaign = await campaignById(by, campaignId);
  const isOpen = campaign !== null && campaignState(campaign, by.now) === "open";
  if (!isOpen) {
    await transaction((tx) => markReminded(tx, by, due));
    return false;
  }
  const link = newToken();
  const until = new Date(Math.min(later(by.now, linkLife).getTime(), later(signedAt, pendingLife).getTime()));
  const mail = await reminderMail(by, { campaign, signatureId: id, token: link.token, signedAt, until, email, locale });
  return transaction(async (tx) => {
    if (!(await markReminded(tx, by, due))) return false;
    if (await isSettled(tx, id)) return false;
    if (!(await takeMailQuota(tx, by, { campaignId, email, kind: "reminder" }))) return false;
    await insertToken(tx, { hash: link.hash, purpose: "confirm", signatureId: id, expiresAt: until });
    await recordEvents(tx, by, { signatureIds: [id], from: "pending", to: "pending", cause: "reminded" });
    await queueMail(tx, by, mail);
    return true;
  });
}

/** Takes the turn of one that is still as it was read: whoever confirmed it or corrected its address meanwhile was first. */
async function markReminded(tx: Tx, by: By, { id, sealedPerson }: DueReminder): Promise<boolean> {
  const marked = await tx.sql(
    "signatures-mark-reminded",
    `update "Signature" set "remindedAt" = $3
     where "id" = (
       select "id" from "Signature"
       where "id" = $1 and "state" = 'pending' and "remindedAt" is null and "sealedPerson" = $2
       for update skip locked
     )
     returning "id"`,
    [id, sealedPerson, by.now],
    z.object({ id: z.string() }),
  );
  return marked.length > 0;
}

/**
 * Whether this person needs no reminder: has confirmed another signature of the campaign, is reminded of a newer one, or
 * finds both places of the address taken.
 */
async function isSettled(tx: Tx, signatureId: string): Promise<boolean> {
  const [found] = await tx.sql(
    "signatures-is-settled",
    `select (
       select count(*) filter (where other."nameHmac" = mine."nameHmac"
           and (other."holdsPlace" or (other."signedAt", other."id") > (mine."signedAt", mine."id"))) > 0
         or count(*) filter (where other."holdsPlace") > 1
       from "Signature" other
       where other."matterId" = mine."matterId" and other."emailHmac" = mine."emailHmac"
         and other."campaignId" = mine."campaignId" and other."id" <> mine."id"
     ) as "isSettled"
     from "Signature" mine where mine."id" = $1`,
    [signatureId],
    z.object({ isSettled: z.boolean() }),
  );
  return found?.isSettled ?? true;
}
