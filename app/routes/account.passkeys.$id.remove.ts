import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { removePasskey } from "#app/features/accounts/remove-passkey.server.ts";
import { requireAccount } from "#app/http/guards.server.ts";
import { notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** The address of a button: opened, it leads to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requireAccount(args);
  return seeOther(paths.account());
}

export async function action(args: ActionFunctionArgs) {
  const { by } = await requireAccount(args);
  if ((await removePasskey(by, args.params.id ?? "")) === "unknown") throw notFound();
  return seeOther(paths.accountAfter("passkey-removed"));
}
