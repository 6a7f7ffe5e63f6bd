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
import { attemptHmac, emailHmac, nameHmac } from "./internal/hmacs.server.ts";
import { personLabel } from "./internal/labels.ts";
import { takeMailQuota } from "./internal/take-mail-quota.server.ts";
import { insertToken } from "./internal/tokens.server.ts";
import type { SignForm } from "./sign-form.ts";
import { consentWording, linkLife, pendingLife, personSchema, sameAttempt } from "./signature.ts";
import type { SignaturePlace } from "./signature.ts";

const attemptRow = z.object({ id: z.string() });

export type Signed =
  { outcome: "signed"; letterToken: string } | { outcome: "campaign-closed" } | { outcome: "too-many" };
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
  "id" | "matterId" | "isDemo" | "asksVersion" | "timeZone" | "opensAt" | "closesAt" | "publishedAt" | "closedAt"
>;

/** What comes with a form beside what was typed; `asks`: the number of the asks that stood beside it, as the form has it. */
type Beside = { source?: string | null; browser?: string; asks?: string };

/**
 * Signs: a pending row of its own, with its own mail and its own cookie, whether or not the address is known. Whoever
 * stops here has signed; it counts once the mailed link is confirmed.
 */
export async function signCampaign(
  by: By,
  campaign: SignedCampaign,
  form: SignForm,
  place: SignaturePlace,
  { source = null, browser = "", asks }: Beside = {},
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
    asksVersionOf(asks, campaign),
  ];
  return transaction(async (tx): Promise<Signed> => {
    const same = await sameAttemptOf(tx, by, attempt);
    const letterExpiry = later(by.now, pendingLife);
    if (same !== null) {
      await retireLetterTokens(tx, by, same);
      await insertToken(tx, { hash: letter.hash, purpose: "letter", signatureId: same, expiresAt: letterExpiry });
      return { outcome: "signed", letterToken: letter.token };
    }
    const limits = [{ limit: signLimits.campaign, scope: campaign.id }, { limit: signLimits.all }];
    if (!(await withinLimits(tx, by, limits))) return { outcome: "too-many" };
    const tokens = [confirm.hash, until, letter.hash, letterExpiry];
    await tx.sql(
      "signatures-sign",
      insertSigned,
      [...row, ...tokens, newId(by.now), newId(by.now), form.updates],
      none,
    );
    if (await takeMailQuota(tx, by, { campaignId: campaign.id, email })) await queueMail(tx, by, mail);
    return { outcome: "signed", letterToken: letter.token };
  }, oneAtATime(attempt));
}

/** Who had the form open while an ask was changed has read the earlier one; what is no number of theirs is the present. */
function asksVersionOf(asks: string | undefined, { asksVersion }: Pick<Campaign, "asksVersion">): number {
  return /^[1-9]\d{0,5}$/.test(asks ?? "") ? Math.min(Number(asks), asksVersion) : asksVersion;
}

/** The signature with its two tokens, its consents, its count and its first event: one statement, because each costs a round trip. */
const insertSigned = `with signed as (
   insert into "Signature" ("id", "campaignId", "matterId", "emailHmac", "nameHmac", "slot", "state", "holdsPlace",
     "sealedPerson", "country", "mapId", "houseDivisionId", "stateDivisionId", "divisionMethod", "display", "source",
     "locale", "consentWording", "signedAt", "attemptHmac", "asksVersion", "flags")
   values ($1::uuid, $2::uuid, $3, $4, $5, 0, 'pending', false, $6, $7, $8, $9, $10, $11, $12, $13, $14::text, $15::text,
     $16::timestamptz, $17, $18, '{}')
 ), tokens as (
   insert into "Token" ("hash", "purpose", "signatureId", "expiresAt")
   values ($19::bytea, 'confirm', $1::uuid, $20::timestamptz), ($21::bytea, 'letter', $1::uuid, $22::timestamptz)
 ), consents as (
   insert into "Consent" ("id", "signatureId", "campaignId", "purpose", "given", "wordingVersion", "locale", "at")
   values ($23::uuid, $1::uuid, $2::uuid, 'signature', true, $15::text, $14::text, $16::timestamptz),
     ($24::uuid, $1::uuid, $2::uuid, 'updates', $25::boolean, $15::text, $14::text, $16::timestamptz)
 ), counted as (
   insert into "TallyDelta" ("campaignId", "at", "kind", "n") values ($2::uuid, $16::timestamptz, 'signed', 1)
 )
 insert into "SignatureEvent" ("signatureId", "at", "from", "to", "cause")
 values ($1::uuid, $16::timestamptz, null, 'pending', 'signed')`;

/** Of one attempt. Two that share the eight bytes wait for each other, and that is all. */
const oneAtATime = (attempt: Uint8Array) => ({ lock: Buffer.from(attempt).readBigInt64BE() });

/** The row that a double click or a form sent again has made already (fault 18), else null. */
async function sameAttemptOf(tx: Tx, by: By, attempt: Uint8Array): Promise<string | null> {
  const [found] = await tx.sql(
    "signatures-same-attempt",
    // First the rows of the attempt, which are few: asked for at once, the newest pending ones of everybody may be read.
    `with attempts as materialized (
       select "id", "state", "signedAt" from "Signature" where "attemptHmac" = $1 for update
     )
     select "id" from attempts where "state" = 'pending' and "signedAt" > $2 order by "signedAt" desc limit 1`,
    [attempt, earlier(by.now, sameAttempt)],
    attemptRow,
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
