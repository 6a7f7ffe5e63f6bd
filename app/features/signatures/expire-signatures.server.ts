import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import { inBatches } from "#app/lib/in-batches.ts";
import { days, earlier } from "#app/lib/time.ts";
import { recordEvents } from "./internal/events.server.ts";
import { eraseWritings } from "./internal/erase-writings.server.ts";
import { pendingLife } from "./signature.ts";

const batch = 500;

/**
 * Who did not confirm in time is erased, with letters, drafts and mails; that somebody signed and did not confirm stays.
 * What only served a day goes too: the marks of double clicks, quotas, cookies that ran out. Answers how many expired.
 */
export async function expireSignatures(by: By, signal?: AbortSignal): Promise<number> {
  const expired = await inBatches(batch, signal, () => expireSome(by));
  if (!signal?.aborted) await forgetAttempts(by);
  return expired;
}

async function expireSome(by: By): Promise<number> {
  return transaction(async (tx) => {
    const due = await tx.sql(
      "signatures-due",
      `select "id" from "Signature" where "state" = 'pending' and "signedAt" <= $1
       order by "signedAt" limit $2 for update skip locked`,
      [earlier(by.now, pendingLife), batch],
      z.object({ id: z.string() }),
    );
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await eraseWritings(tx, by, ids);
    await tx.sql(
      "signatures-expire",
      `update "Signature" set "state" = 'expired', "sealedPerson" = null, "emailHmac" = null, "nameHmac" = null,
         "attemptHmac" = null, "houseDivisionId" = null, "mapId" = null, "erasedAt" = $2
       where "id" = any($1::uuid[])`,
      [ids, by.now],
      none,
    );
    await recordEvents(tx, by, { signatureIds: ids, from: "pending", to: "expired", cause: "not-confirmed" });
    return ids.length;
  });
}

async function forgetAttempts(by: By): Promise<void> {
  const yesterday = earlier(by.now, days(1));
  await sql(
    "signatures-forget-attempts",
    `update "Signature" set "attemptHmac" = null
     where "signedAt" < $1 and "attemptHmac" is not null`,
    [yesterday],
    none,
  );
  await sql(
    "signatures-forget-quota",
    `delete from "MailQuota" where "day" < $1::date`,
    [yesterday.toISOString().slice(0, 10)],
    none,
  );
  // A mailed link that ran out still mails a new one, until its signature is erased.
  await sql(
    "signatures-forget-cookies",
    `delete from "Token" where "expiresAt" <= $1 and "purpose" <> 'confirm'`,
    [by.now],
    none,
  );
}
