import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { markHandedOver, unmarkHandedOver } from "#app/features/letters/hand-over-letter.server.ts";
import { signatureByToken } from "#app/features/signatures/signature-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** "I have sent it", or not after all, from the person's own page. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const by = visitor(context);
  const token = params.token ?? "";
  const signature = await signatureByToken(by, token, ["confirm"]);
  const { one } = await readForm(request, ["letterId", "done"]);
  if (signature && !signature.isExpired) {
    const mark = one.done === "no" ? unmarkHandedOver : markHandedOver;
    await mark(by, { signatureId: signature.id, letterId: one.letterId ?? "" });
  }
  return seeOther(paths.confirm(token));
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.confirm(params.token ?? ""));
}
