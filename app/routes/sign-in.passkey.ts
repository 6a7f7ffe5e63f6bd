import type { ActionFunctionArgs } from "@remix-run/node";
import { words } from "#app/features/accounts/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { safeNext } from "#app/http/next-path.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { askForPasskey, signInWithPasskey } from "#app/http/sign-in.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";

/** Opened by its address, it leads to the page that has the button. */
export function loader() {
  return seeOther(paths.signIn());
}

/** What passkey.client.ts posts: first for what the browser is to do, then with what it made of that. */
export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(context);
  const { one } = await readForm(request, ["next", "credential"]);
  const by = visitor(context);
  const answer = (status: number, body: Record<string, unknown>, headers = new Headers()) => {
    for (const [name, value] of Object.entries(signedInHeaders())) headers.set(name, value);
    return Response.json(body, { status, headers });
  };
  const refuse = (headers?: Headers) => answer(422, { fault: words(locale)("sign-in.passkey.refused") }, headers);
  if (!one.credential) {
    const begun = await askForPasskey(by);
    return begun ? answer(200, { options: begun.options }, begun.headers) : refuse();
  }
  const { outcome, headers } = await signInWithPasskey({ request, by }, one.credential);
  if (outcome !== "signed-in") return refuse(headers);
  return answer(200, { location: safeNext(one.next ?? null) ?? pathsIn(locale).signIn() }, headers);
}
