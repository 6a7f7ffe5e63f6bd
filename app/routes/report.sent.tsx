import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { ReportSentPage } from "#app/features/site/report-page.tsx";
import { words } from "#app/features/site/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { privateHeaders } from "#app/http/responses.server.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("report.document.sent") }];
export const headers = privateHeaders;

export async function loader({ context }: LoaderFunctionArgs) {
  return { organization: (await organization(visitor(context))).name };
}

export default function ReportSent() {
  const locale = useLocale();
  const { organization: name } = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="full" organization={name}>
      <main id="main" className="wrap page">
        <ReportSentPage locale={locale} />
      </main>
    </Page>
  );
}
