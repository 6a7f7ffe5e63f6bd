import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, instant, sql } from "#app/lib/db.server.ts";
import { deliveryKind, deliveryReasons, deliveryStates } from "./delivery.ts";
import type { DeliveryState } from "./delivery.ts";
import { mostLookedThrough, onePage, unknownReasons } from "./queue-view.ts";
import type { QueuePart, QueuePlace, QueueView } from "./queue-view.ts";

const row = z.object({
  id: z.string(),
  kind: deliveryKind,
  campaignId: z.string().nullable(),
  groupKey: z.string().nullable(),
  state: z.enum(deliveryStates),
  reason: z.enum(deliveryReasons).nullable(),
  priority: z.number(),
  notBefore: instant,
  attempts: z.number(),
  isKept: z.boolean(),
  isAsked: z.boolean(),
  looked: count,
});
export type QueueRow = z.output<typeof row>;

const states: Record<QueuePart, DeliveryState> = {
  unknown: "held",
  held: "held",
  failed: "failed",
  queued: "queued",
  sending: "sending",
};
const start: QueuePlace = { priority: -1, notBefore: new Date(0), id: "00000000-0000-0000-0000-000000000000" };

/**
 * A page of the queue, in the worker's order: what somebody waits for first, then what was due first. `next`: where the
 * following page begins, null behind the last; a page of a filter may be short and have a next one all the same.
 */
export async function queueRows(
  _by: By,
  { part, kind, campaignId, after }: QueueView,
): Promise<{ rows: QueueRow[]; next: QueuePlace | null }> {
  const state = states[part];
  const isFiltered = kind !== null || campaignId !== null || part === "unknown";
  const mostLooked = isFiltered ? mostLookedThrough : onePage + 1;
  const { priority, notBefore, id } = after ?? start;
  const found = await sql(
    `queue-rows-${state}`,
    `with looked as (
       select "id", "kind", "campaignId", "groupKey", "state", "reason", "priority", "notBefore", "attempts",
         "sealedPayload" is not null as "isKept",
         ($5::text is null or "kind" = $5) and ($6::uuid is null or coalesce("campaignId" = $6, false))
           and ($7::text[] is null or coalesce("reason" = any($7), false)) as "isAsked"
       from "Delivery" where "state" = '${state}' and ("priority", "notBefore", "id") > ($1::int, $2::timestamptz, $3::uuid)
       order by "priority", "notBefore", "id" limit $4::int
     ), numbered as (
       select *, row_number() over (order by "priority", "notBefore", "id") as "at", count(*) over () as "looked" from looked
     )
     select * from numbered where "isAsked" or "at" = "looked" order by "at" limit ${onePage + 1}`,
    [priority, notBefore, id, mostLooked, kind, campaignId, part === "unknown" ? unknownReasons : null],
    row,
  );
  const asked = found.filter(({ isAsked }) => isAsked);
  const rows = asked.slice(0, onePage);
  const last = asked.length > onePage ? rows.at(-1) : found.at(-1);
  const hasMore = last !== undefined && (asked.length > onePage || last.looked === mostLooked);
  return { rows, next: hasMore ? { priority: last.priority, notBefore: last.notBefore, id: last.id } : null };
}
