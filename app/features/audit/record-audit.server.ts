import type { By } from "#app/lib/by.ts";
import { none } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";

/** What happened to what. `change` holds what was and what is, and never a supporter's datum. */
export interface Audited {
  action: string;
  subjectKind: string;
  subjectId: string;
  change: Record<string, unknown>;
}

/** Writes down who did what, in the transaction that does it: neither stands without the other. */
export async function recordAudit(tx: Tx, by: By, { action, subjectKind, subjectId, change }: Audited): Promise<void> {
  await tx.sql(
    "audit-record",
    `insert into "AuditEvent" ("at", "actorKind", "actorId", "action", "subjectKind", "subjectId", "change")
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [by.now, by.actor, by.accountId ?? null, action, subjectKind, subjectId, JSON.stringify(change)],
    none,
  );
}
