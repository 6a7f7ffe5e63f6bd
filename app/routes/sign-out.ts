import type { ActionFunctionArgs } from "@remix-run/node";
import { seeOther } from "#app/http/responses.server.ts";
import { signOut } from "#app/http/sign-in.server.ts";
import { paths } from "#app/lib/paths.ts";

/** Opened by its address it does nothing: signing out is a post. */
export function loader() {
  return seeOther(paths.signIn());
}

export async function action({ request }: ActionFunctionArgs) {
  return seeOther(paths.signedOut(), await signOut(request));
}
