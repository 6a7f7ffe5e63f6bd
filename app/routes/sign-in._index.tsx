import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInFields, signInSchema } from "#app/features/accounts/sign-in-form.ts";
import { SignInPage } from "#app/features/accounts/sign-in-page.tsx";
import { words } from "#app/features/accounts/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { firstPage, safeNext } from "#app/http/next-path.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { passkeySite, signIn, signedIn } from "#app/http/sign-in.server.ts";
import { paths } from "#app/lib/paths.ts";
import { AppPage } from "#app/ui/app-page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";
import passkeyScript from "../features/accounts/passkey.client.ts?worker&url";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "sign-in.document.error" : "sign-in.document") },
];
export const headers = signedInHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get("next"));
  const found = context.refused ? null : await signedIn(request);
  if (found) throw seeOther(next ?? firstPage(found.account.role));
  const notice = (["signed-out", "accepted"] as const).find((name) => searchParams.has(name)) ?? null;
  return { next, notice, passkeyHost: passkeySite().hostname, refused: context.refused === true };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInFields, signInSchema);
  const { email = "" } = form.values.one;
  const next = safeNext(form.values.one.next ?? null);
  const by = visitor(context);
  const { outcome, headers: cookies } = form.ok
    ? await signIn({ request, by }, form.value.email, form.value.password)
    : { outcome: "refused", headers: new Headers() };
  if (outcome === "second-factor") return seeOther(paths.signInSecondFactor(next ?? undefined), cookies);
  // Who it is, and so where they begin, tells the session that this answer sets: signing in leads to its own page.
  if (outcome === "signed-in") return seeOther(next ?? paths.signIn(), cookies);
  context.refused = true;
  return data({ email, next }, { status: 422, headers: signedInHeaders() });
}

export default function SignIn() {
  const locale = useLocale();
  const { next, notice, passkeyHost: host } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AppPage locale={locale}>
      <SignInPage
        locale={locale}
        email={refused?.email ?? ""}
        next={refused?.next ?? next}
        isRefused={refused !== undefined}
        notice={notice}
        passkeyHost={host}
      />
      <script type="module" src={passkeyScript} />
    </AppPage>
  );
}
