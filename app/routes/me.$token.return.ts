import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { backCookie } from "#app/http/left-cookie.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** Whoever left on this device, and has the mail, is back. */
export function action({ params, request }: ActionFunctionArgs) {
  return seeOther(paths.personal(params.token ?? ""), { "Set-Cookie": backCookie(request) });
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.personal(params.token ?? ""));
}
