import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";

/** Calls an invitation back: its link does nothing any more. One that was taken up stays as it is. */
export async function revokeInvitation(by: By, id: string): Promise<"revoked" | "unknown"> {
  if (!z.uuid().safeParse(id).success) return "unknown";
  return transaction(async (tx) => {
    const [revoked] = await tx.sql(
      "invitation-revoke",
      `update "Invitation" set "revokedAt" = $2 where "id" = $1 and "usedAt" is null and "revokedAt" is null
       returning "email", "role"`,
      [id, by.now],
      z.object({ email: z.string(), role: z.string() }),
    );
    if (!revoked) return "unknown";
    await recordAudit(tx, by, {
      action: "invitation-revoked",
      subjectKind: "invitation",
      subjectId: id,
      change: revoked,
    });
    return "revoked";
  });
}
