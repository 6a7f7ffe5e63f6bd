import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { bytes, instant, none, sql } from "#app/lib/db.server.ts";
import { seal, unseal } from "#app/lib/seal.server.ts";
import { draftLabel } from "./internal/labels.ts";

export type Draft = {
  body: string;
  /** Keys of the ticked recipients; null when never touched, then all. */
  recipients: string[] | null;
};

/** Keeps the half-written text of a signature; the last one saved wins. */
export async function saveDraft(tx: Tx, by: By, draft: Draft & { signatureId: string }): Promise<void> {
  const { signatureId, body, recipients } = draft;
  await tx.sql(
    "letters-save-draft",
    `insert into "LetterDraft" ("signatureId", "sealedBody", "recipients", "savedAt")
     values ($1, $2, $3::text::jsonb, $4)
     on conflict ("signatureId") do update
     set "sealedBody" = excluded."sealedBody", "recipients" = excluded."recipients", "savedAt" = excluded."savedAt"`,
    [signatureId, seal(draftLabel, signatureId, body), recipients === null ? null : JSON.stringify(recipients), by.now],
    none,
  );
}

const row = z.object({
  sealedBody: bytes,
  recipients: z.array(z.string()).nullable(),
  savedAt: instant,
});

/** The half-written text of a signature, or null. */
export async function draftOf(_by: By, signatureId: string): Promise<(Draft & { savedAt: Date }) | null> {
  const [found] = await sql(
    "letters-draft-of",
    `select "sealedBody", "recipients", "savedAt" from "LetterDraft" where "signatureId" = $1`,
    [signatureId],
    row,
  );
  if (!found) return null;
  const { sealedBody, recipients, savedAt } = found;
  return { body: unseal(draftLabel, signatureId, sealedBody, z.string()), recipients, savedAt };
}
