import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { mailNewLink } from "#app/features/signatures/mail-new-link.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** Mails a new link to the address that the old one went to. */
export async function action({ params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const { outcome } = await mailNewLink(visitor(context), { token });
  return seeOther(outcome === "mailed" ? `${paths.confirm(token)}?told=renewed` : paths.confirm(token));
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.confirm(params.token ?? ""));
}
