import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";

/** Writes down what somebody changed in how they sign in. */
export async function noteChange(
  by: By,
  action: "password-changed" | "second-factor-on" | "second-factor-off" | "passkey-added",
): Promise<void> {
  const subjectId = by.accountId ?? "";
  await transaction(async (tx) => recordAudit(tx, by, { action, subjectKind: "account", subjectId, change: {} }));
}
