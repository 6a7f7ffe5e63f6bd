import type { ActionFunctionArgs } from "@remix-run/node";
import { decideDelivery } from "#app/features/delivery/decide-delivery.server.ts";
import { decisionFields, decisionSchema } from "#app/features/delivery/decision-form.ts";
import type { Decision } from "#app/features/delivery/decision.ts";
import type { By } from "#app/lib/by.ts";
import { paths } from "#app/lib/paths.ts";
import { parseForm } from "./parse-form.server.ts";
import { notFound, seeOther } from "./responses.server.ts";

/**
 * What a button of the queue does, once its route has asked who presses it: decides with the reason that was typed, and
 * leads back to the delivery's page, which says what came of it.
 */
export async function decideByForm(by: By, decision: Decision, { request, params }: ActionFunctionArgs) {
  const id = params.id ?? "";
  const form = await parseForm(request, decisionFields, decisionSchema);
  if (!form.ok) return seeOther(paths.staffDeliveryAfter(id, form.faults[0]?.code ?? ""));
  const { why, even } = form.value;
  const outcome = await decideDelivery(by, { id, decision, why, evenIfItMayHaveLeft: even });
  if (outcome === "unknown") throw notFound();
  return seeOther(paths.staffDeliveryAfter(id, outcome === "done" ? decision : outcome));
}
