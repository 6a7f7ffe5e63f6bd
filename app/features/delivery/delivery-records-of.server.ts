import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";
import { deliveryReasons, deliveryStates } from "./delivery.ts";

const row = z.object({
  subjectId: z.string(),
  kind: z.string(),
  state: z.enum(deliveryStates),
  reason: z.enum(deliveryReasons).nullable(),
  queuedAt: instant,
  firstSentAt: instant.nullable(),
  endedAt: instant.nullable(),
  isKept: z.boolean(),
});
export type DeliveryRecord = z.output<typeof row>;

/** What is stored of the mails about these subjects, oldest first. `isKept`: the sealed mail is still in the outbox. */
export async function deliveryRecordsOf(_by: By, subjectKind: string, subjectIds: string[]): Promise<DeliveryRecord[]> {
  return sql(
    "delivery-records-of",
    `select "subjectId", "kind", "state", "reason", "queuedAt", "firstSentAt", "endedAt", "sealedPayload" is not null as "isKept"
     from "Delivery" where "subjectKind" = $1 and "subjectId" = any($2::uuid[]) order by "queuedAt", "id"`,
    [subjectKind, subjectIds],
    row,
  );
}
