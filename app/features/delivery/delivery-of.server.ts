import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, instant, sql } from "#app/lib/db.server.ts";
import { deliveryKind, deliveryReasons, deliveryStates } from "./delivery.ts";

const row = z.object({
  id: z.string(),
  kind: deliveryKind,
  campaignId: z.string().nullable(),
  groupKey: z.string().nullable(),
  state: z.enum(deliveryStates),
  reason: z.enum(deliveryReasons).nullable(),
  attempts: z.number(),
  drives: z.number(),
  firstSentAt: instant.nullable(),
  providerId: z.string().nullable(),
  isKept: z.boolean(),
});

const moved = z.object({ id: count, at: instant, to: z.enum(deliveryStates), cause: z.string() });

/**
 * One delivery and every move that it made, oldest first; null where there is none. Nothing of whom it is to, who wrote it
 * or what it says.
 */
export async function deliveryOf(_by: By, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const [found] = await sql(
    "delivery-of",
    `select "id", "kind", "campaignId", "groupKey", "state", "reason", "attempts", "drives", "firstSentAt", "providerId",
       "sealedPayload" is not null as "isKept"
     from "Delivery" where "id" = $1`,
    [id],
    row,
  );
  if (!found) return null;
  const moves = await sql(
    "delivery-moves-of",
    `select "id", "at", "to", "cause" from "DeliveryEvent" where "deliveryId" = $1 order by "id"`,
    [id],
    moved,
  );
  return { ...found, moves };
}
