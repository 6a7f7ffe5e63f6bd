import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, instant, sql } from "#app/lib/db.server.ts";

const row = z.object({
  id: count,
  at: instant,
  actorKind: z.string(),
  actorId: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  change: z.record(z.string(), z.unknown()),
});

/** Something that was done, and by whom. */
export type AuditEvent = z.output<typeof row>;

/** The newest `most` events, or those before one of them. */
export function auditEvents(_by: By, { before, most }: { before?: number; most: number }): Promise<AuditEvent[]> {
  return sql(
    "audit-events",
    `select "id", "at", "actorKind", "actorId", "action", "subjectKind", "subjectId", "change" from "AuditEvent"
     where $1::bigint is null or "id" < $1 order by "id" desc limit $2`,
    [before ?? null, most],
    row,
  );
}
