import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { changeDisplay } from "#app/features/signatures/change-display.server.ts";
import { displayOf } from "#app/features/signatures/signature.ts";
import { visitor } from "#app/http/by.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** What the public sees of this signature. Nothing ticked changes nothing. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const { one } = await readForm(request, ["display"]);
  const display = displayOf(one.display);
  if (display === null) return seeOther(paths.confirm(token));
  const { outcome } = await changeDisplay(visitor(context), { link: "confirm", token }, display);
  return seeOther(outcome === "changed" ? `${paths.confirm(token)}?told=shown` : paths.confirm(token));
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.confirm(params.token ?? ""));
}
