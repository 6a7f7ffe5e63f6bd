import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import semibold from "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url";
import { EndedSessionPage } from "#app/features/accounts/ended-session-page.tsx";
import { endedSession } from "#app/features/accounts/ended-session.ts";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { words as accountWords } from "#app/features/accounts/words.ts";
import { ErrorPage } from "#app/features/site/error-page.tsx";
import { faultOf } from "#app/features/site/faults.ts";
import { words } from "#app/features/site/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { dirOf } from "#app/lib/words.ts";
import { Brand, brandIn } from "#app/ui/brand.ts";
import { AppPage } from "#app/ui/app-page.tsx";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";
import "./styles/app.css";

export const links: LinksFunction = () => [
  { rel: "preload", href: semibold, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

/** Names an error page; every other page names itself. */
export const meta: MetaFunction = ({ error, matches }) => {
  const locale = localeIn(matches);
  if (endedSession(error)) return [{ title: accountWords(locale)("ended.document") }];
  return [{ title: words(locale)(error ? `error.title.${faultOf(error).fault}` : "site.title") }];
};

/** The language of the page, and what an error page needs to name its host. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { name, wordMark } = await organization(visitor(context));
  return { organization: name, wordMark, locale: localeOf(context) };
}

export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const brand = brandIn([{ id: "root", data: useRouteLoaderData("root") }]);
  // A public page works without script and is not hydrated: 86 kB spared. A page that needs it says so by its handle.
  const isHydrated = useMatches().some(
    ({ handle }) => typeof handle === "object" && handle !== null && "hydrate" in handle && handle.hydrate === true,
  );
  return (
    <html lang={locale} dir={dirOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <Brand.Provider value={brand}>{children}</Brand.Provider>
        {isHydrated ? (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** What no route has answered itself. The host's name may be missing: its loader may be what failed. */
export function ErrorBoundary() {
  const locale = useLocale();
  const name = useRouteLoaderData<typeof loader>("root")?.organization;
  const error = useRouteError();
  const ended = endedSession(error);
  if (ended)
    return (
      <AppPage locale={locale}>
        <EndedSessionPage locale={locale} ended={ended} />
      </AppPage>
    );
  return (
    <Page variant="full" organization={name ?? words(locale)("site.host")} locale={locale}>
      <ErrorPage locale={locale} {...faultOf(error)} />
    </Page>
  );
}
