import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { invitationById } from "#app/features/accounts/invitations-of.server.ts";
import { inviteByMail } from "#app/features/accounts/invite.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** The address of a button: opened, it leads to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, "admin");
  return seeOther(paths.admin());
}

/** Sends whoever let an invitation expire a new one, which takes its place. */
export async function action(args: ActionFunctionArgs) {
  const { by, account } = await requireRole(args, "admin");
  const invitation = await invitationById(by, args.params.id ?? "");
  if (!invitation) throw notFound();
  if (!(await inviteByMail(by, { email: invitation.email, role: invitation.role }, account.name))) throw notFound();
  return seeOther(paths.adminInvitations());
}
