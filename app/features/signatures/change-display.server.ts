import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { matterIds } from "#app/features/campaigns/matter-ids.server.ts";
import { openedSignatures } from "./internal/opened-signatures.server.ts";
import type { SignatureKey } from "./signature-key.ts";
import type { Display } from "./signature.ts";

/** From now on the public sees this of whoever signed, for all that the key opens. */
export async function changeDisplay(
  by: By,
  key: SignatureKey,
  display: Display,
): Promise<{ outcome: "changed" | "unknown" }> {
  const matters = await matterIds(by);
  return transaction(async (tx) => {
    const opened = await openedSignatures(tx, by, { key, matterIds: matters, isLocked: true });
    const ids = opened?.signatures.map(({ id }) => id) ?? [];
    const changed = await tx.sql(
      "signatures-change-display",
      `update "Signature" set "display" = $2 where "id" = any($1::uuid[]) returning "id"`,
      [ids, display],
      z.object({ id: z.string() }),
    );
    return { outcome: changed.length > 0 ? "changed" : "unknown" };
  });
}
