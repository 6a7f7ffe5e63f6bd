import { resealColumns } from "#app/lib/reseal-columns.server.ts";
import type { Resealed, Resealing, SealedColumn } from "#app/lib/reseal-columns.server.ts";
import { personLabel, personalLinkLabel } from "./internal/labels.ts";

const columns: SealedColumn[] = [
  { table: "Signature", id: "id", column: "sealedPerson", label: personLabel },
  { table: "PersonalLink", id: "id", column: "sealedEmail", label: personalLinkLabel },
];

/** Seals persons and the addresses behind personal links under the first key of the ring. */
export async function resealSignatures(resealing?: Resealing): Promise<Resealed> {
  return await resealColumns(columns, resealing);
}
