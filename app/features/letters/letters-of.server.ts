import { createHash } from "node:crypto";
import { z } from "zod";
import type { Tx } from "#app/lib/db.server.ts";
import { bytes, instant, sql } from "#app/lib/db.server.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { letterLabel } from "./internal/labels.ts";
import { letterChannels, letterStates } from "./letter.ts";
import type { StoredLetter } from "./letter.ts";

const row = z.object({
  id: z.string(),
  campaignId: z.string(),
  officeId: z.string(),
  officialId: z.string().nullable(),
  recipientName: z.string(),
  act: z.string(),
  measureId: z.string().nullable(),
  channel: z.enum(letterChannels),
  state: z.enum(letterStates),
  sealedText: bytes,
  approvedAt: instant,
  releasedAt: instant.nullable(),
  doneAt: instant.nullable(),
});

const words = z.object({ subject: z.string(), text: z.string() });

/** The current letters of a signature, oldest first; inside a transaction where one is given. */
export async function lettersOf(signatureId: string, tx?: Tx): Promise<StoredLetter[]> {
  const ask: Tx["sql"] = tx ? tx.sql.bind(tx) : sql;
  const rows = await ask(
    "letters-of",
    `select l."id", l."campaignId", l."officeId", l."officialId", l."facts"->>'recipientName' as "recipientName",
       l."facts"->>'act' as "act", l."facts"->>'measureId' as "measureId",
       l."channel", l."state", l."sealedText", l."approvedAt", l."releasedAt", h."doneAt"
     from "Letter" l left join "HandOver" h on h."letterId" = l."id"
     where l."signatureId" = $1 and l."current" and l."sealedText" is not null
     order by l."id"`,
    [signatureId],
    row,
  );
  return rows.map(({ sealedText, ...letter }) => ({ ...letter, ...unseal(letterLabel, letter.id, sealedText, words) }));
}

/**
 * Stands for the texts that a page showed. A row's text never changes, so the ids are enough: other letters, or one more
 * or less, give another digest.
 */
export function textsDigest(letters: readonly Pick<StoredLetter, "id">[]): string {
  const ids = letters.map((letter) => letter.id).sort();
  return createHash("sha256").update(ids.join("\n"), "utf8").digest("hex");
}
