import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { LetterPage } from "#app/features/letters/letter-page.tsx";
import { words } from "#app/features/letters/words.ts";
import { LostPage } from "#app/features/signatures/lost-page.tsx";
import { printPageOf } from "#app/features/signatures/print-page-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { readPrintCookie } from "#app/http/print-cookie.server.ts";
import { notFound, privateHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { BarePage } from "#app/ui/bare-page.tsx";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  {
    title: shown?.print
      ? words(localeIn(matches))("print.title", { name: shown.print.recipient })
      : words(localeIn(matches))("print.lost"),
  },
];
export const headers = privateHeaders;

/** One of a writer's own letters. Its address opens nothing to anybody who does not hold the cookie. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(context);
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const { slug } = campaign;
  const keys = { cookieToken: readLetterCookie(request), key: readPrintCookie(request, slug) };
  const print = await printPageOf(by, campaign, { ...keys, letterId: params.id ?? "", locale });
  const runBy = (await organization(by)).name;
  return data({ print, slug, organization: runBy }, { status: print ? 200 : 404, headers: privateHeaders() });
}

export default function PrintLetter() {
  const locale = useLocale();
  const { print, slug, organization: runBy } = useLoaderData<typeof loader>();
  if (!print)
    return (
      <Page locale={locale} variant="form" organization={runBy} readAgain={pathsIn(locale).campaign(slug)}>
        <main id="main" className="wrap page">
          <LostPage locale={locale} slug={slug} />
        </main>
      </Page>
    );
  const { recipient: _, ...page } = print;
  return (
    <BarePage locale={locale}>
      <LetterPage {...page} locale={locale} />
    </BarePage>
  );
}
