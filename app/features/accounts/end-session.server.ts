import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";

/** Ends one session of whoever asks; one of somebody else is unknown to them. */
export async function endSession(by: By, id: string): Promise<"ended" | "unknown"> {
  if (!z.uuid().safeParse(id).success || by.accountId === undefined) return "unknown";
  const { accountId } = by;
  return transaction(async (tx) => {
    const ended = await tx.sql(
      "session-end",
      `delete from "Session" where "id" = $1 and "userId" = $2 returning "id"`,
      [id, accountId],
      z.unknown(),
    );
    if (ended.length === 0) return "unknown";
    await recordAudit(tx, by, { action: "session-ended", subjectKind: "account", subjectId: accountId, change: {} });
    return "ended";
  });
}
