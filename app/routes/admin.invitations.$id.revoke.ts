import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { revokeInvitation } from "#app/features/accounts/revoke-invitation.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** The address of a button: opened, it leads to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, "admin");
  return seeOther(paths.admin());
}

export async function action(args: ActionFunctionArgs) {
  const { by } = await requireRole(args, "admin");
  if ((await revokeInvitation(by, args.params.id ?? "")) === "unknown") throw notFound();
  return seeOther(paths.adminInvitations());
}
