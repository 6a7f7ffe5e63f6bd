import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { decideDelivery } from "#app/features/delivery/decide-delivery.server.ts";
import { decisionFields, decisionSchema } from "#app/features/delivery/decision-form.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** The address of a button: opened, it leads to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, "staff");
  return seeOther(paths.staffDelivery(args.params.id ?? ""));
}

/** What a person held goes on. */
export async function action(args: ActionFunctionArgs) {
  const { by } = await requireRole(args, "staff");
  const id = args.params.id ?? "";
  const form = await parseForm(args.request, decisionFields, decisionSchema);
  if (!form.ok) return seeOther(paths.staffDeliveryAfter(id, form.faults[0]?.code ?? ""));
  const { why, even } = form.value;
  const outcome = await decideDelivery(by, { id, decision: "release", why, evenIfItMayHaveLeft: even });
  if (outcome === "unknown") throw notFound();
  return seeOther(paths.staffDeliveryAfter(id, outcome === "done" ? "release" : outcome));
}
