import { resealColumns } from "#app/lib/reseal-columns.server.ts";
import type { Resealed, Resealing, SealedColumn } from "#app/lib/reseal-columns.server.ts";
import { draftLabel, letterLabel } from "./internal/labels.ts";

const columns: SealedColumn[] = [
  { table: "Letter", id: "id", column: "sealedText", label: letterLabel },
  { table: "LetterDraft", id: "signatureId", column: "sealedBody", label: draftLabel },
];

/** Seals letters and half-written texts under the first key of the ring. */
export async function resealLetters(resealing?: Resealing): Promise<Resealed> {
  return await resealColumns(columns, resealing);
}
