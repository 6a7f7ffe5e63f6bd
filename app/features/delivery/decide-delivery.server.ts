import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import type { Decided, Decision } from "./decision.ts";
import { decisions } from "./decision.ts";
import { dropDeliveries } from "./drop-deliveries.server.ts";
import { holdDelivery } from "./hold-delivery.server.ts";
import { redriveDeliveries } from "./redrive-deliveries.server.ts";
import { releaseDelivery } from "./release-delivery.server.ts";

export interface Deciding {
  id: string;
  decision: Decision;
  /** In a person's words, for the audit. */
  why: string;
  evenIfItMayHaveLeft: boolean;
}

/** A person decides about one delivery, and it stands in the audit with the reason; where nothing changed nothing stands. */
export async function decideDelivery(by: By, deciding: Deciding): Promise<Decided> {
  const { id, decision, why, evenIfItMayHaveLeft } = deciding;
  if (!z.uuid().safeParse(id).success) return "unknown";
  return transaction(async (tx) => {
    const [known] = await tx.sql(
      "delivery-known",
      `select 1 as "n" from "Delivery" where "id" = $1`,
      [id],
      z.object({ n: z.number() }),
    );
    if (!known) return "unknown";
    const decided = await move(tx, by, deciding);
    if (decided !== "done") return decided;
    await recordAudit(tx, by, {
      action: `delivery-${decision}`,
      subjectKind: "delivery",
      subjectId: id,
      change: { to: decisions[decision].to, why, evenIfItMayHaveLeft },
    });
    return "done";
  });
}

async function move(tx: Tx, by: By, { id, decision, evenIfItMayHaveLeft }: Deciding): Promise<Decided> {
  switch (decision) {
    case "hold":
      return (await holdDelivery(tx, by, id)) ? "done" : "moved";
    case "release":
      return releaseDelivery(tx, by, { id, evenIfItMayHaveLeft });
    case "cancel":
      return (await dropDeliveries(tx, by, { ids: [id] })).length === 1 ? "done" : "moved";
    case "re-drive": {
      const outcome = (await redriveDeliveries(tx, by, { ids: [id], evenIfItMayHaveLeft })).get(id) ?? "not-stuck";
      return outcome === "queued" ? "done" : outcome === "not-stuck" ? "moved" : outcome;
    }
  }
}
