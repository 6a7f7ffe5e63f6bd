import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import { newToken, tokenHash } from "#app/lib/id.server.ts";
import { later } from "#app/lib/time.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { supportOf } from "#app/features/directory/measures-of.server.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import { officesByIds } from "#app/features/directory/recipients-of.server.ts";
import type { MeasureSupport } from "#app/features/directory/support.ts";
import { backingOf } from "#app/features/letters/audience.ts";
import { lettersOf, textsDigest } from "#app/features/letters/letters-of.server.ts";
import { liftSuppression } from "#app/features/delivery/lift-suppression.server.ts";
import { recordEvents } from "./internal/events.server.ts";
import { letterMails } from "./internal/letter-mails.server.ts";
import type { LetterMail } from "./internal/letter-mails.server.ts";
import { release } from "./internal/release.server.ts";
import { lockByToken, readByToken } from "./internal/signature-row.server.ts";
import type { SignatureByToken } from "./internal/signature-row.server.ts";
import { takePlace } from "./internal/take-place.server.ts";
import { insertToken } from "./internal/tokens.server.ts";
import { pendingLife, retentionEnd } from "./signature.ts";

type Refused = "signed-before" | "changed" | "expired" | "closed" | "withdrawn" | "unknown";
export type Confirmed =
  /** `cookieToken`: a writer's token, in place of the cookie that signing gave. */
  { outcome: "confirmed" | "already"; cookieToken: string; slug: string } | { outcome: Refused };

type Offices = (by: By, officeIds: string[]) => Promise<Recipient[]>;

/**
 * Confirms what the page behind the mailed link showed. `texts` is the digest of the letters shown: only those leave
 * (fault 50). A second time is the same success (fault 22).
 */
export async function confirmSignature(
  by: By,
  { token, texts }: { token: string; texts: string },
  offices: Offices = officesByIds,
): Promise<Confirmed> {
  const hash = tokenHash(token);
  const known = await readByToken({ sql }, hash, ["confirm"]);
  const campaign = known && (await campaignById(by, known.campaignId));
  if (!known?.person || !campaign) return { outcome: "unknown" };
  const { mails, changed } = await factsNow(by, known, campaign, offices);
  const writer = newToken();

  const outcome = await transaction(async (tx): Promise<Refused | "confirmed" | "already"> => {
    const signature = await lockByToken(tx, hash, ["confirm"]);
    const refusal = refusalOf(by, signature, campaign);
    if (!signature || refusal) return refusal ?? "unknown";
    const isFirst = signature.state === "pending";
    if (isFirst) {
      const letters = await lettersOf(signature.id, tx);
      if (textsDigest(letters) !== texts) return "changed";
      if (!(await takePlace(tx, by, signature.id))) return "signed-before";
      await recordEvents(tx, by, {
        signatureIds: [signature.id],
        from: "pending",
        to: "confirmed",
        cause: "confirmed",
      });
      await countConfirmed(tx, by, signature);
      await turnTokens(tx, signature.id, retentionEnd(campaign, by.now));
      await endStop(tx, signature);
      await release(tx, by, letters, mails, changed);
    }
    const expiresAt = later(by.now, pendingLife);
    await insertToken(tx, { hash: writer.hash, purpose: "writer", signatureId: signature.id, expiresAt });
    return isFirst ? "confirmed" : "already";
  });
  if (outcome !== "confirmed" && outcome !== "already") return { outcome };
  return { outcome, cookieToken: writer.token, slug: campaign.slug };
}

function refusalOf(by: By, signature: SignatureByToken | null, campaign: Campaign): Refused | null {
  if (!signature?.person || signature.state === "expired") return "unknown";
  if (signature.expiresAt.getTime() <= by.now.getTime()) return "expired";
  if (signature.state === "confirmed") return null;
  if (signature.state === "withdrawn") return "withdrawn";
  return campaignState(campaign, by.now) === "open" ? null : "closed";
}

type FactsNow = { mails: Map<string, LetterMail>; changed: Set<string> };

/**
 * The mails of the letters, and the offices that somebody else holds now than when they were written, or whose holder has
 * done since what the letter asks. A text changed after this gives another digest, so that its mail is never missed.
 */
async function factsNow(
  by: By,
  { id, state, person }: SignatureByToken,
  campaign: Campaign,
  offices: Offices,
): Promise<FactsNow> {
  if (state !== "pending" || !person) return { mails: new Map(), changed: new Set() };
  const letters = await lettersOf(id);
  const officeIds = letters.map((letter) => letter.officeId);
  const recipients = officeIds.length > 0 ? await offices(by, officeIds) : [];
  const isAsWritten = ({ officeId, officialId }: (typeof letters)[number]) =>
    recipients.some((one) => one.officeId === officeId && one.officialId === officialId);
  const supports = await supportsOf(
    by,
    letters.map(({ measureId }) => measureId),
  );
  const isDone = (letter: (typeof letters)[number]) =>
    backingOf(letter, supports.get(letter.measureId) ?? null) !== null;
  const changed = letters.filter((letter) => letter.doneAt === null && (!isAsWritten(letter) || isDone(letter)));
  return {
    mails: await letterMails(by, { letters, recipients, person, campaign }),
    changed: new Set(changed.map(({ officeId }) => officeId)),
  };
}

/** The measures that letters ask for, with who stands behind them now. */
async function supportsOf(by: By, measureIds: (string | null)[]): Promise<Map<string | null, MeasureSupport | null>> {
  const asked = [...new Set(measureIds)].filter((id) => id !== null);
  return new Map(await Promise.all(asked.map(async (id) => [id, await supportOf(by, id)] as const)));
}

async function countConfirmed(tx: Tx, by: By, signature: SignatureByToken): Promise<void> {
  const { id, campaignId, stateDivisionId, houseDivisionId, country, source } = signature;
  await tx.sql(
    "signatures-count-confirmed",
    `insert into "TallyDelta" ("campaignId", "at", "kind", "n", "signatureId", "divisionId", "houseDivisionId", "country", "source")
     values ($1, $2, 'confirmed', 1, $3, $4, $5, $6, $7)`,
    [campaignId, by.now, id, stateDivisionId, houseDivisionId, country, source],
    none,
  );
}

/** Whoever said "This wasn't me" of an earlier signature and confirms one entered after it is written to again. */
async function endStop(tx: Tx, { campaignId, person, signedAt }: SignatureByToken): Promise<void> {
  if (person) await liftSuppression(tx, { email: person.email, scope: `campaign:${campaignId}`, before: signedAt });
}

/** The cookies that were given before anybody opened the mail serve no more; the mailed link stays the person's page. */
async function turnTokens(tx: Tx, signatureId: string, until: Date): Promise<void> {
  await tx.sql(
    "signatures-void-cookies",
    `delete from "Token" where "signatureId" = $1 and "purpose" = 'letter'`,
    [signatureId],
    none,
  );
  await tx.sql(
    "signatures-keep-links",
    `update "Token" set "expiresAt" = $2 where "signatureId" = $1 and "purpose" = 'confirm'`,
    [signatureId, until],
    none,
  );
}
