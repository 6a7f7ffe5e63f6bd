import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SecondFactorPage } from "#app/features/accounts/second-factor-page.tsx";
import { secondFactorFields, secondFactorSchema } from "#app/features/accounts/sign-in-form.ts";
import { words } from "#app/features/accounts/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { safeNext } from "#app/http/next-path.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { awaitsSecondFactor, showSecondFactor } from "#app/http/sign-in.server.ts";
import { paths } from "#app/lib/paths.ts";
import { AppPage } from "#app/ui/app-page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "second-factor.document.error" : "second-factor.document") },
];
export const headers = signedInHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get("next"));
  if (!awaitsSecondFactor(request)) throw seeOther(paths.signIn(next ?? undefined));
  const kind: "app" | "recovery" = searchParams.get("kind") === "recovery" ? "recovery" : "app";
  return { next, kind, refused: context.refused === true };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, secondFactorFields, secondFactorSchema);
  const next = safeNext(form.values.one.next ?? null);
  if (!awaitsSecondFactor(request)) return seeOther(paths.signIn(next ?? undefined));
  const kind = form.ok ? form.value.kind : "app";
  const { outcome, headers: cookies } = form.ok
    ? await showSecondFactor({ request, by: visitor(context) }, kind, form.value.code)
    : { outcome: "refused", headers: new Headers() };
  if (outcome === "signed-in") return seeOther(next ?? paths.signIn(), cookies);
  context.refused = true;
  for (const [name, value] of Object.entries(signedInHeaders())) cookies.set(name, value);
  return data({ kind, next }, { status: 422, headers: cookies });
}

export default function SecondFactor() {
  const locale = useLocale();
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { kind, next } = refused ?? shown;
  return (
    <AppPage locale={locale}>
      <SecondFactorPage locale={locale} kind={kind} next={next} isRefused={refused !== undefined} />
    </AppPage>
  );
}
