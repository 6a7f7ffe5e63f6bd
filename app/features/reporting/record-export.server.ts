import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";

export interface Exported {
  table: string;
  /** Null: of all campaigns. */
  campaignId: string | null;
  rows: number;
  /** The view that it shows, as its address says. */
  query: string;
}

/** Writes down who takes which figures away. */
export async function recordExport(by: By, { table, campaignId, rows, query }: Exported): Promise<void> {
  await transaction(async (tx) =>
    recordAudit(tx, by, {
      action: "figures-exported",
      subjectKind: campaignId === null ? "figures" : "campaign",
      subjectId: campaignId ?? "all",
      change: { table, rows, query },
    }),
  );
}
