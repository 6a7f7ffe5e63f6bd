import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PersonalDataPage } from "#app/features/signatures/personal-data-page.tsx";
import { personalDataOf } from "#app/features/signatures/personal-data-of.server.ts";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { hasLeft } from "#app/http/left-cookie.server.ts";
import { privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";

const locale = "en";

export const meta: MetaFunction = () => [{ title: words(locale)("held.title") }];
export const headers = privateHeaders;

/** Everything that is stored of the person, to read and to print. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { token = "" } = params;
  if (hasLeft(request)) return seeOther(paths.confirm(token));
  const held = await personalDataOf(visitor(context), { link: "confirm", token });
  return held
    ? { held, back: paths.confirm(token), json: paths.confirmDataJson(token) }
    : seeOther(paths.confirm(token));
}

export default function Held() {
  const { held, back, json } = useLoaderData<typeof loader>();
  return (
    <Page variant="form" organization={held.organization}>
      <main id="main" className="wrap page">
        <PersonalDataPage data={held} back={back} json={json} locale={locale} />
      </main>
    </Page>
  );
}
