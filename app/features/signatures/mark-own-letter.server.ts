import { matterIds } from "#app/features/campaigns/matter-ids.server.ts";
import { markHandedOver, unmarkHandedOver } from "#app/features/letters/hand-over-letter.server.ts";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { openedSignatures } from "./internal/opened-signatures.server.ts";
import type { SignatureKey } from "./signature-key.ts";

/** Whoever holds the key says that they handed over one of the letters that it opens, or not after all. */
export async function markOwnLetter(
  by: By,
  key: SignatureKey,
  { letterId, isDone }: { letterId: string; isDone: boolean },
): Promise<{ outcome: "said" | "unknown" }> {
  const opened = await openedSignatures({ sql }, by, { key, matterIds: await matterIds(by) });
  for (const { id } of opened?.signatures ?? []) {
    const mark = isDone ? markHandedOver : unmarkHandedOver;
    const { outcome } = await mark(by, { signatureId: id, letterId });
    if (outcome !== "unknown") return { outcome: "said" };
  }
  return { outcome: "unknown" };
}
