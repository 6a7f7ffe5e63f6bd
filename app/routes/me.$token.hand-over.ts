import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { markOwnLetter } from "#app/features/signatures/mark-own-letter.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** "I have sent it", or not after all, from the page of everything that an address signed. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const { one } = await readForm(request, ["letterId", "done"]);
  const isDone = one.done !== "no";
  await markOwnLetter(visitor(context), { link: "personal", token }, { letterId: one.letterId ?? "", isDone });
  return seeOther(paths.personal(token));
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.personal(params.token ?? ""));
}
