import { instant, sql } from "#app/lib/db.server.ts";
import { z } from "zod";
import { deliveryReasons, deliveryStates } from "./delivery.ts";
import type { DeliveryReason, DeliveryState } from "./delivery.ts";

export type DeliveryFate = { state: DeliveryState; reason: DeliveryReason | null; at: Date };

const row = z.object({
  subjectId: z.string(),
  state: z.enum(deliveryStates),
  reason: z.enum(deliveryReasons).nullable(),
  at: instant,
});

/** What is known of the latest delivery of each subject; `at`: since when. */
export async function deliveriesOf(subjectKind: string, subjectIds: string[]): Promise<Map<string, DeliveryFate>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await sql(
    "deliveries-of",
    `select distinct on (d."subjectId") d."subjectId", d."state", d."reason",
       coalesce((select max(e."at") from "DeliveryEvent" e where e."deliveryId" = d."id"), d."queuedAt") as "at"
     from "Delivery" d
     where d."subjectKind" = $1 and d."subjectId" = any($2::uuid[])
     order by d."subjectId", d."queuedAt" desc, d."id" desc`,
    [subjectKind, subjectIds],
    row,
  );
  return new Map(rows.map(({ subjectId, state, reason, at }) => [subjectId, { state, reason, at }]));
}
