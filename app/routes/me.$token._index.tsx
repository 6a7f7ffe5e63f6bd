import { data } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LeftPage } from "#app/features/signatures/left-page.tsx";
import { MeClosedPage } from "#app/features/signatures/me-ask-page.tsx";
import { mePageOf } from "#app/features/signatures/me-page-of.server.ts";
import { MePage } from "#app/features/signatures/me-page.tsx";
import { toldOf } from "#app/features/signatures/told-notice.tsx";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { hasLeft } from "#app/http/left-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { privateHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("me.title") }];
export const headers = privateHeaders;

/** Mail programs and scanners open links: nothing is written here. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(context);
  const token = params.token ?? "";
  const page = await mePageOf(visitor(context), token, locale);
  if (hasLeft(request) && page.mine)
    return data({ ...page, mine: null, token, isErased: false, isLeft: true }, { headers: privateHeaders() });
  // Said after a post, and only where it can be so: an address is easily made up.
  const told = new URL(request.url).searchParams.get("told");
  const isErased = page.mine === null && told === "gone";
  const mine = page.mine && { ...page.mine, told: toldOf(told, page.mine.signatures) };
  const status = page.mine || isErased ? 200 : 404;
  return data({ ...page, mine, token, isErased, isLeft: false }, { status, headers: privateHeaders() });
}

export default function Personal() {
  const locale = useLocale();
  const { organization, demo, mine, token, isErased, isLeft } = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="form" organization={organization} demo={demo}>
      <main id="main" className="wrap page">
        {mine ? (
          <MePage {...mine} organization={organization} token={token} locale={locale} />
        ) : isLeft ? (
          <LeftPage locale={locale} back={pathsIn(locale).personalReturn(token)} />
        ) : (
          <MeClosedPage locale={locale} isErased={isErased} />
        )}
      </main>
    </Page>
  );
}
