import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { openConfirmation } from "#app/features/signatures/open-confirmation.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** "Read and confirm": leads to the page that shows every text; its button confirms. */
export async function action({ params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const opened = await openConfirmation(visitor(context), { token, ref: params.ref ?? "" });
  return seeOther(opened.outcome === "opened" ? paths.confirm(opened.confirmToken) : paths.personal(token));
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.personal(params.token ?? ""));
}
