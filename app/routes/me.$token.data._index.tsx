import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PersonalDataPage } from "#app/features/signatures/personal-data-page.tsx";
import { personalDataOf } from "#app/features/signatures/personal-data-of.server.ts";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { hasLeft } from "#app/http/left-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("held.title") }];
export const headers = privateHeaders;

/** Everything that is stored of the person, to read and to print. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(context);
  const { token = "" } = params;
  if (hasLeft(request)) return seeOther(paths.personal(token));
  const held = await personalDataOf(visitor(context), { link: "personal", token });
  return held
    ? { held, back: pathsIn(locale).personal(token), json: pathsIn(locale).personalDataJson(token) }
    : seeOther(paths.personal(token));
}

export default function Held() {
  const locale = useLocale();
  const { held, back, json } = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="form" organization={held.organization}>
      <main id="main" className="wrap page">
        <PersonalDataPage data={held} back={back} json={json} locale={locale} />
      </main>
    </Page>
  );
}
