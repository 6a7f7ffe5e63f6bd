import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { bytes, instant, sql } from "#app/lib/db.server.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { letterLabel } from "./internal/labels.ts";
import { letterChannels, letterStates } from "./letter.ts";
import { draftOf } from "./save-draft.server.ts";

const row = z.object({
  id: z.string(),
  officeId: z.string(),
  officialId: z.string().nullable(),
  channel: z.enum(letterChannels),
  state: z.enum(letterStates),
  current: z.boolean(),
  sealedText: bytes.nullable(),
  commonShare: z.number(),
  facts: z.record(z.string(), z.unknown()),
  factsAt: instant,
  approvedAt: instant,
  releasedAt: instant.nullable(),
  doneAt: instant.nullable(),
});
const words = z.object({ subject: z.string(), text: z.string() });

export type WrittenLetter = Omit<z.output<typeof row>, "sealedText"> & { subject: string; text: string };
export type Writings = {
  draft: { body: string; recipients: string[] | null; savedAt: Date } | null;
  /** Earlier versions too, oldest first. */
  letters: WrittenLetter[];
};

/** Everything that is stored of what one signature's writer wrote: for the writer. */
export async function writingsOf(by: By, signatureId: string): Promise<Writings> {
  const rows = await sql(
    "letters-writings-of",
    `select l."id", l."officeId", l."officialId", l."channel", l."state", l."current", l."sealedText", l."commonShare",
       l."facts", l."factsAt", l."approvedAt", l."releasedAt", h."doneAt"
     from "Letter" l left join "HandOver" h on h."letterId" = l."id" where l."signatureId" = $1 order by l."id"`,
    [signatureId],
    row,
  );
  const letters = rows.map(({ sealedText, ...letter }) => ({
    ...letter,
    ...(sealedText ? unseal(letterLabel, letter.id, sealedText, words) : { subject: "", text: "" }),
  }));
  return { draft: await draftOf(by, signatureId), letters };
}
