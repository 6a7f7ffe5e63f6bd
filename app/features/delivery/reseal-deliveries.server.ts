import { resealColumns } from "#app/lib/reseal-columns.server.ts";
import type { Resealed, Resealing, SealedColumn } from "#app/lib/reseal-columns.server.ts";
import { localMailLabel, payloadLabel } from "./internal/labels.ts";

const columns: SealedColumn[] = [
  { table: "Delivery", id: "id", column: "sealedPayload", label: payloadLabel },
  { table: "LocalMail", id: "id", column: "sealedMail", label: localMailLabel },
];

/** Seals mails on their way, and those of the local mailbox, under the first key of the ring. */
export async function resealDeliveries(resealing?: Resealing): Promise<Resealed> {
  return await resealColumns(columns, resealing);
}
