import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { newIds } from "#app/lib/id.server.ts";
import { seal } from "#app/lib/seal.server.ts";
import type { ComposedLetter } from "./compose-letter.ts";
import { letterLabel } from "./internal/labels.ts";
import { lettersOf } from "./letters-of.server.ts";
import { hasLeft } from "./letter.ts";
import type { StoredLetter } from "./letter.ts";

export type Approval = {
  signatureId: string;
  campaignId: string;
  /** Share of the common body that is the campaign's text. */
  commonShare: number;
  letters: ComposedLetter[];
};

/**
 * Stores what the writer approved: these letters are the current ones, others no longer. A text that stands already
 * keeps its row; one that has left (mailed, or handed over by its writer) stays as it is. Answers the ids of the new rows.
 */
export async function storeLetters(tx: Tx, by: By, approval: Approval): Promise<string[]> {
  const { signatureId, campaignId, commonShare, letters } = approval;
  // Two windows of one writer approve one after the other.
  await tx.sql(
    "letters-lock",
    `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
    [`letters ${signatureId}`],
    none,
  );
  const before = await lettersOf(signatureId, tx);
  const kept = before.filter((old) => hasLeft(old) || letters.some((letter) => isSame(old, letter)));
  // What never left leaves nothing behind: a text that is changed a hundred times is stored once.
  const replaced = [signatureId, kept.map((old) => old.id)];
  await tx.sql(
    "letters-delete-replaced",
    `delete from "Letter" where "signatureId" = $1 and "current" and "state" <> 'released' and not "id" = any($2::uuid[])`,
    replaced,
    none,
  );
  await tx.sql(
    "letters-replace",
    `update "Letter" set "current" = false where "signatureId" = $1 and "current" and not "id" = any($2::uuid[])`,
    replaced,
    none,
  );
  const fresh = letters.filter((letter) => !kept.some((old) => old.officeId === letter.officeId));
  const ids = newIds(by.now, fresh.length);
  for (const [i, letter] of fresh.entries()) {
    await insertLetter(tx, by, { id: ids[i] ?? "", signatureId, campaignId, commonShare, letter });
  }
  return ids;
}

function isSame(old: StoredLetter, letter: ComposedLetter): boolean {
  return (
    old.officeId === letter.officeId &&
    old.officialId === letter.officialId &&
    old.channel === letter.channel &&
    old.subject === letter.subject &&
    old.text === letter.text
  );
}

type NewRow = Omit<Approval, "letters"> & { id: string; letter: ComposedLetter };

async function insertLetter(
  tx: Tx,
  by: By,
  { id, signatureId, campaignId, commonShare, letter }: NewRow,
): Promise<void> {
  const { officeId, officialId, templateId, channel, subject, text, facts, factsAt } = letter;
  await tx.sql(
    "letters-store",
    `insert into "Letter" ("id", "signatureId", "campaignId", "officeId", "officialId", "templateId", "channel",
       "sealedText", "commonShare", "facts", "factsAt", "state", "current", "approvedAt")
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11, 'approved', true, $12)`,
    [
      id,
      signatureId,
      campaignId,
      officeId,
      officialId,
      templateId,
      channel,
      seal(letterLabel, id, { subject, text }),
      commonShare,
      JSON.stringify(facts),
      factsAt,
      by.now,
    ],
    none,
  );
}

const idRow = z.object({ id: z.string() });

/** Lets current, approved letters go. Answers the ids of those that this call released: their mails can be queued. */
export async function releaseLetters(tx: Tx, by: By, letterIds: string[]): Promise<string[]> {
  const released = await tx.sql(
    "letters-release",
    `update "Letter" set "state" = 'released', "releasedAt" = $2
     where "id" = any($1::uuid[]) and "state" = 'approved' and "current" returning "id"`,
    [letterIds, by.now],
    idRow,
  );
  return released.map((one) => one.id);
}

/** Keeps current, approved letters back: what they rest on has changed since they were written. */
export async function holdLetters(tx: Tx, _by: By, letterIds: string[]): Promise<void> {
  await tx.sql(
    "letters-hold",
    `update "Letter" set "state" = 'held' where "id" = any($1::uuid[]) and "state" = 'approved' and "current"`,
    [letterIds],
    none,
  );
}
