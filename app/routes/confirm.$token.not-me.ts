import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { disownSignature } from "#app/features/signatures/disown-signature.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** "This wasn't me": erases what was entered, and nothing is mailed to that address about it again. */
export async function action({ params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const { outcome } = await disownSignature(visitor(context), { token });
  return seeOther(outcome === "erased" ? `${paths.confirm(token)}?told=erased` : paths.confirm(token));
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.confirm(params.token ?? ""));
}
