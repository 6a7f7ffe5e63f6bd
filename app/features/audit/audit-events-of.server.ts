import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";

const row = z.object({
  at: instant,
  actorId: z.string().nullable(),
  change: z.record(z.string(), z.unknown()),
});

/** What was done to one thing, oldest first. */
export function auditEventsOf(_by: By, subjectKind: string, subjectId: string): Promise<z.output<typeof row>[]> {
  return sql(
    "audit-events-of",
    `select "at", "actorId", "change" from "AuditEvent" where "subjectKind" = $1 and "subjectId" = $2 order by "id"`,
    [subjectKind, subjectId],
    row,
  );
}
