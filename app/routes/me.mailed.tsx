import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { MeMailedPage } from "#app/features/signatures/me-ask-page.tsx";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { privateHeaders } from "#app/http/responses.server.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("me.mailed.title") }];
export const headers = privateHeaders;

export async function loader({ context }: LoaderFunctionArgs) {
  return { organization: (await organization(visitor(context))).name };
}

/** "Look into your mail": the same whether or not one goes. */
export default function MeMailed() {
  const locale = useLocale();
  const { organization: name } = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="form" organization={name}>
      <main id="main" className="wrap page">
        <MeMailedPage locale={locale} />
      </main>
    </Page>
  );
}
