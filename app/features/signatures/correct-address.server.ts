import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import { newId, newToken, tokenHash } from "#app/lib/id.server.ts";
import { withinLimits } from "#app/lib/limits.server.ts";
import { seal } from "#app/lib/seal.server.ts";
import { later } from "#app/lib/time.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { eraseDeliveries } from "#app/features/delivery/erase-deliveries.server.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import { canonicalEmail } from "#app/lib/email-address.ts";
import { confirmMail } from "./internal/confirm-mail.server.ts";
import { recordEvents } from "./internal/events.server.ts";
import { emailHmac } from "./internal/hmacs.server.ts";
import { personLabel } from "./internal/labels.ts";
import { lockByToken, readByToken } from "./internal/signature-row.server.ts";
import { takeMailQuota } from "./internal/take-mail-quota.server.ts";
import { insertToken } from "./internal/tokens.server.ts";
import { signLimits } from "./sign-campaign.server.ts";
import { linkLife, pendingLife } from "./signature.ts";
import type { Person } from "./signature.ts";

export type Corrected = { outcome: "corrected" | "same" | "campaign-closed" | "too-many" | "unknown" };
type Given = {
  cookieToken: string;
  campaign: Pick<
    Campaign,
    "id" | "matterId" | "isDemo" | "timeZone" | "opensAt" | "closesAt" | "publishedAt" | "closedAt"
  >;
  /** As the signing form parses it. */
  email: string;
};

/**
 * Puts another address into the signature that this cookie began and nobody has confirmed, and mails the link there, as
 * often as that address may be mailed: nobody is told whether it is known. What the first address was given ends: its
 * link, cookies given behind that link, mail that waits. The cookie gains nothing by it (fault 50): only the new address
 * confirms, with every text before its eyes, as if it had been typed at first. Each correction counts among the network's
 * signatures. "same": it was that address already.
 */
export async function correctAddress(by: By, { cookieToken, campaign, email }: Given): Promise<Corrected> {
  const hash = tokenHash(cookieToken);
  const known = await readByToken({ sql }, hash, ["letter"]);
  if (!known?.person || known.campaignId !== campaign.id) return { outcome: "unknown" };
  const link = newToken();
  const { id, signedAt, locale } = known;
  const gone = later(signedAt, pendingLife);
  const until = new Date(Math.min(later(by.now, linkLife).getTime(), gone.getTime()));
  const mail = await confirmMail(by, { campaign, signatureId: id, token: link.token, signedAt, until, email, locale });

  return transaction(async (tx): Promise<Corrected> => {
    const signature = await lockByToken(tx, hash, ["letter"]);
    if (!signature?.person || signature.state !== "pending") return { outcome: "unknown" };
    if (signature.expiresAt <= by.now || gone <= by.now) return { outcome: "unknown" };
    if (campaignState(campaign, by.now) !== "open") return { outcome: "campaign-closed" };
    if (canonicalEmail(email) === canonicalEmail(signature.person.email)) return { outcome: "same" };
    const limits = [{ limit: signLimits.campaign, scope: campaign.id }, { limit: signLimits.all }];
    if (!(await withinLimits(tx, by, limits))) return { outcome: "too-many" };
    await putAddress(tx, campaign.matterId, id, { ...signature.person, email });
    await endWhatWasGiven(tx, by, id, hash);
    await recordEvents(tx, by, { signatureIds: [id], from: "pending", to: "pending", cause: "address-corrected" });
    if (await takeMailQuota(tx, by, { campaignId: campaign.id, email })) {
      await insertToken(tx, { hash: link.hash, purpose: "confirm", signatureId: id, expiresAt: until });
      await queueMail(tx, by, { ...mail, onceKey: `confirm:${id}:${newId(by.now)}` });
    }
    return { outcome: "corrected" };
  });
}

/** The form with the first address is another attempt from now on. */
async function putAddress(tx: Tx, matterId: string, id: string, person: Person): Promise<void> {
  await tx.sql(
    "signatures-put-address",
    `update "Signature" set "sealedPerson" = $2, "emailHmac" = $3, "attemptHmac" = null where "id" = $1`,
    [id, seal(personLabel, id, person), emailHmac(matterId, person.email)],
    none,
  );
}

/** Whoever has the first mail holds nothing any more: neither its link nor a cookie given behind it. */
async function endWhatWasGiven(tx: Tx, by: By, id: string, cookie: Uint8Array): Promise<void> {
  await tx.sql(
    "signatures-end-tokens",
    `delete from "Token" where "signatureId" = $1 and "hash" <> $2`,
    [id, cookie],
    none,
  );
  await eraseDeliveries(tx, by, { subjectKind: "signature", subjectIds: [id] });
}
