import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { inviteByMail } from "#app/features/accounts/invite.server.ts";
import { personOf } from "#app/features/accounts/people-of.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** The address of a button: opened, it leads to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, "admin");
  return seeOther(paths.adminPerson(args.params.id ?? ""));
}

/** Mails somebody the way to a new password. */
export async function action(args: ActionFunctionArgs) {
  const { by, account } = await requireRole(args, "admin");
  const person = await personOf(by, args.params.id ?? "");
  if (!person) throw notFound();
  if (!(await inviteByMail(by, { email: person.email, role: person.role }, account.name))) throw notFound();
  return seeOther(paths.adminPersonAfter(person.id, "mailed"));
}
