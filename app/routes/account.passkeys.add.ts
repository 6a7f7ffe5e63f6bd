import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { noteChange } from "#app/features/accounts/note-change.server.ts";
import { passkeyFields, passkeySchema } from "#app/features/accounts/passkey-form.ts";
import type { PasskeyFault } from "#app/features/accounts/passkey-form.ts";
import { words } from "#app/features/accounts/words.ts";
import { requireAccount } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { addPasskey, beginPasskey } from "#app/http/sign-in.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";

/** Opened by its address, it leads to the page that has the form. */
export async function loader(args: LoaderFunctionArgs) {
  await requireAccount(args);
  return seeOther(paths.accountPasskeys());
}

/** What passkey.client.ts posts: first the password, then what the browser made of the answer. */
export async function action(args: ActionFunctionArgs) {
  const { by } = await requireAccount(args);
  const { request } = args;
  const locale = localeOf(args.context);
  const answer = (status: number, body: Record<string, unknown>, cookies = new Headers()) => {
    for (const [name, value] of Object.entries(signedInHeaders())) cookies.set(name, value);
    return Response.json(body, { status, headers: cookies });
  };
  const refuse = (code: PasskeyFault) => answer(422, { fault: words(locale)(`fault.${code}`) });
  const form = await parseForm(request, passkeyFields, passkeySchema);
  if (!form.ok) return refuse("passkey-name-long");
  const { name, password, credential } = form.value;
  if (credential === "") {
    const begun = await beginPasskey({ request, by }, password);
    return begun ? answer(200, { options: begun.options }, begun.headers) : refuse("password-wrong");
  }
  const cookies = await addPasskey(request, name, credential);
  if (!cookies) return refuse("passkey-refused");
  await noteChange(by, "passkey-added");
  return answer(200, { location: pathsIn(locale).accountAfter("passkey-added") }, cookies);
}
