import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import { newId, newToken } from "#app/lib/id.server.ts";
import { withinLimits } from "#app/lib/limits.server.ts";
import { seal } from "#app/lib/seal.server.ts";
import { earlier, later, minutes } from "#app/lib/time.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import { confirmMail } from "./internal/confirm-mail.server.ts";
import { recordEvents } from "./internal/events.server.ts";
import { attemptHmac, emailHmac, nameHmac } from "./internal/hmacs.server.ts";
import { personLabel } from "./internal/labels.ts";
import { takeMailQuota } from "./internal/take-mail-quota.server.ts";
import { insertToken } from "./internal/tokens.server.ts";
import type { SignForm } from "./sign-form.ts";
import { consentWording, linkLife, pendingLife, personSchema, sameAttempt } from "./signature.ts";
import type { SignaturePlace } from "./signature.ts";

export type Signed = { outcome: "signed"; letterToken: string } | { outcome: "campaign-closed" | "too-many" };
/**
 * Of one network. Generous: a hall full of people signs behind one address, and a signature counts only once its mail is
 * confirmed; what is stopped is a machine that mails strangers through us (fault 26).
 */
export const signLimits = {
  campaign: { name: "sign-campaign", most: 100, perMs: minutes(10) },
  all: { name: "sign", most: 300, perMs: minutes(10) },
};
type SignedCampaign = Pick<
  Campaign,
  "id" | "matterId" | "isDemo" | "timeZone" | "opensAt" | "closesAt" | "publishedAt" | "closedAt"
>;

/**
 * Signs: a pending row of its own, with its own mail and its own cookie, whether or not the address is known. Whoever
 * stops here has signed; it counts once the mailed link is confirmed.
 */
export async function signCampaign(
  by: By,
  campaign: SignedCampaign,
  form: SignForm,
  place: SignaturePlace,
  { source = null, browser = "" }: { source?: string | null; browser?: string } = {},
): Promise<Signed> {
  if (campaignState(campaign, by.now) !== "open") return { outcome: "campaign-closed" };
  const id = newId(by.now);
  const confirm = newToken();
  const letter = newToken();
  const until = later(by.now, linkLife);
  const { email, locale } = form;
  const person = personSchema.parse(form);
  const mail = await confirmMail(by, {
    campaign,
    signatureId: id,
    token: confirm.token,
    signedAt: by.now,
    until,
    email,
    locale,
  });
  // The same answer to a machine that filled the field nobody sees, and nothing stored (fault 27).
  if (form.leaveEmpty !== "") return { outcome: "signed", letterToken: letter.token };

  const attempt = attemptHmac(campaign.id, by.now.toISOString().slice(0, 10), by.network ?? "", { form, browser });
  const row = [
    id,
    campaign.id,
    campaign.matterId,
    emailHmac(campaign.matterId, email),
    nameHmac(campaign.matterId, person),
    seal(personLabel, id, person),
    person.country,
    place.mapId,
    place.houseDivisionId,
    place.stateDivisionId,
    place.method,
    form.display,
    source,
    locale,
    consentWording,
    by.now,
    attempt,
  ];
  return transaction(async (tx): Promise<Signed> => {
    const same = await sameAttemptOf(tx, by, campaign.id, attempt);
    const letterExpiry = later(by.now, pendingLife);
    if (same !== null) {
      await retireLetterTokens(tx, by, same);
      await insertToken(tx, { hash: letter.hash, purpose: "letter", signatureId: same, expiresAt: letterExpiry });
      return { outcome: "signed", letterToken: letter.token };
    }
    const limits = [{ limit: signLimits.campaign, scope: campaign.id }, { limit: signLimits.all }];
    if (!(await withinLimits(tx, by, limits))) return { outcome: "too-many" };
    await tx.sql("signatures-sign", insertSignature, row, none);
    await insertToken(tx, { hash: confirm.hash, purpose: "confirm", signatureId: id, expiresAt: until });
    await insertToken(tx, { hash: letter.hash, purpose: "letter", signatureId: id, expiresAt: letterExpiry });
    await insertConsents(tx, by, { signatureId: id, campaignId: campaign.id, locale, updates: form.updates });
    await recordEvents(tx, by, { signatureIds: [id], from: null, to: "pending", cause: "signed" });
    if (await takeMailQuota(tx, by, { campaignId: campaign.id, email })) await queueMail(tx, by, mail);
    return { outcome: "signed", letterToken: letter.token };
  });
}

const insertSignature = `insert into "Signature" ("id", "campaignId", "matterId", "emailHmac", "nameHmac", "slot",
   "state", "holdsPlace", "sealedPerson", "country", "mapId", "houseDivisionId", "stateDivisionId", "divisionMethod",
   "display", "source", "locale", "consentWording", "signedAt", "attemptHmac", "flags")
 values ($1, $2, $3, $4, $5, 0, 'pending', false, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, '{}')`;

/** The row that a double click or a form sent again has made already (fault 18), else null. One attempt at a time. */
async function sameAttemptOf(tx: Tx, by: By, campaignId: string, attempt: Uint8Array): Promise<string | null> {
  await tx.sql(
    "signatures-lock-attempt",
    `select pg_advisory_xact_lock(hashtextextended(encode($1::bytea, 'hex'), 1))`,
    [attempt],
    none,
  );
  const [found] = await tx.sql(
    "signatures-same-attempt",
    `select "id" from "Signature" where "campaignId" = $1 and "attemptHmac" = $2 and "state" = 'pending'
       and "signedAt" > $3 order by "signedAt" desc limit 1 for update`,
    [campaignId, attempt, earlier(by.now, sameAttempt)],
    z.object({ id: z.string() }),
  );
  return found?.id ?? null;
}

/** The browser may be showing the answer to the first press: its cookie works a little longer. */
async function retireLetterTokens(tx: Tx, by: By, signatureId: string): Promise<void> {
  await tx.sql(
    "signatures-retire-letter-tokens",
    `update "Token" set "expiresAt" = least("expiresAt", $2) where "signatureId" = $1 and "purpose" = 'letter'`,
    [signatureId, later(by.now, sameAttempt)],
    none,
  );
}

type Agreed = { signatureId: string; campaignId: string; locale: string; updates: boolean };

async function insertConsents(tx: Tx, by: By, { signatureId, campaignId, locale, updates }: Agreed): Promise<void> {
  await tx.sql(
    "signatures-insert-consents",
    `insert into "Consent" ("id", "signatureId", "campaignId", "purpose", "given", "wordingVersion", "locale", "at")
     select c."id", $2::uuid, $3::uuid, c."purpose", c."given", $4, $5, $6::timestamptz
     from unnest($1::uuid[], $7::text[], $8::boolean[]) as c("id", "purpose", "given")`,
    [
      [newId(by.now), newId(by.now)],
      signatureId,
      campaignId,
      consentWording,
      locale,
      by.now,
      ["signature", "updates"],
      [true, updates],
    ],
    none,
  );
}
