import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { count, sql, transaction } from "#app/lib/db.server.ts";
import { newToken, tokenHash } from "#app/lib/id.server.ts";
import { later } from "#app/lib/time.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import { confirmMail } from "./internal/confirm-mail.server.ts";
import { recordEvents } from "./internal/events.server.ts";
import { lockByToken, readByToken } from "./internal/signature-row.server.ts";
import { takeMailQuota } from "./internal/take-mail-quota.server.ts";
import { insertToken } from "./internal/tokens.server.ts";
import { linkLife, pendingLife } from "./signature.ts";
import type { TokenPurpose } from "./signature.ts";

export type NewLink = { outcome: "mailed" | "confirmed" | "closed" | "unknown" };

/** Behind an expired link: mails a new one to the address that it was mailed to, whoever asks (fault 23). */
export function mailNewLink(by: By, { token }: { token: string }): Promise<NewLink> {
  return mailAgain(by, token, "confirm", null);
}

/** "Send it again", for the holder of the cookie: the page is the same whether or not a mail goes (fault 20). */
export function sendLinkAgain(
  by: By,
  { cookieToken, campaignId }: { cookieToken: string; campaignId: string },
): Promise<NewLink> {
  return mailAgain(by, cookieToken, "letter", campaignId);
}

async function mailAgain(by: By, token: string, purpose: TokenPurpose, campaignId: string | null): Promise<NewLink> {
  const hash = tokenHash(token);
  const known = await readByToken({ sql }, hash, [purpose]);
  if (!known?.person || (campaignId !== null && known.campaignId !== campaignId)) return { outcome: "unknown" };
  const campaign = await campaignById(by, known.campaignId);
  if (!campaign) return { outcome: "unknown" };
  const link = newToken();
  const gone = later(known.signedAt, pendingLife);
  const expiresAt = new Date(Math.min(later(by.now, linkLife).getTime(), gone.getTime()));
  const { person, locale, signedAt } = known;
  const given = { campaign, signatureId: known.id, token: link.token, signedAt, until: expiresAt, locale };
  const mail = await confirmMail(by, { ...given, email: person.email });

  return transaction(async (tx): Promise<NewLink> => {
    const signature = await lockByToken(tx, hash, [purpose]);
    if (!signature?.person || signature.state === "expired") return { outcome: "unknown" };
    if (signature.state !== "pending") return { outcome: "confirmed" };
    // The address was corrected while we waited for the row: a link to it must not go to the one that it had before.
    if (signature.person.email !== person.email) return { outcome: "mailed" };
    if (gone.getTime() <= by.now.getTime()) return { outcome: "unknown" };
    if (purpose === "letter" && signature.expiresAt.getTime() <= by.now.getTime()) return { outcome: "unknown" };
    if (campaignState(campaign, by.now) !== "open") return { outcome: "closed" };
    if (!(await takeMailQuota(tx, by, { campaignId: campaign.id, email: person.email }))) return { outcome: "mailed" };
    const n = await linksMailed(tx, signature.id);
    await insertToken(tx, { hash: link.hash, purpose: "confirm", signatureId: signature.id, expiresAt });
    await recordEvents(tx, by, { signatureIds: [signature.id], from: "pending", to: "pending", cause: "new-link" });
    await queueMail(tx, by, { ...mail, onceKey: `confirm:${signature.id}:${n + 1}` });
    return { outcome: "mailed" };
  });
}

/** The first one, and each that was asked for after it. */
async function linksMailed(tx: Tx, signatureId: string): Promise<number> {
  const [found] = await tx.sql(
    "signatures-links-mailed",
    `select 1 + count(*) as "n" from "SignatureEvent" where "signatureId" = $1 and "cause" = 'new-link'`,
    [signatureId],
    z.object({ n: count }),
  );
  return found?.n ?? 1;
}
