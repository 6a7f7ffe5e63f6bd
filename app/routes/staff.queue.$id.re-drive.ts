import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { decideByForm } from "#app/http/decide-by-form.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** The address of a button: opened, it leads to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, "staff");
  return seeOther(paths.staffDelivery(args.params.id ?? ""));
}

/** Sends again what failed or is held, under a new key. */
export async function action(args: ActionFunctionArgs) {
  const { by } = await requireRole(args, "staff");
  return decideByForm(by, "re-drive", args);
}
