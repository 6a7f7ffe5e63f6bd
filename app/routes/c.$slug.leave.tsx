import { data } from "@remix-run/node";
import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { LeavePage } from "#app/features/signatures/leave-page.tsx";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { expiredAttemptCookie } from "#app/http/attempt-cookie.server.ts";
import { leftCookie } from "#app/http/left-cookie.server.ts";
import { expiredLetterCookie } from "#app/http/letter-cookie.server.ts";
import { expiredPostalCodeCookie } from "#app/http/postal-code-cookie.server.ts";
import { expiredPrintCookie } from "#app/http/print-cookie.server.ts";
import { notFound, privateHeaders } from "#app/http/responses.server.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("leave.title") }];
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/**
 * Clears this browser of one campaign: its cookies, and what else it kept of this site. A link, not a form: it changes
 * nothing but what this browser holds, and whoever follows it unasked loses only that; the mailed link has it all.
 */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const headers = new Headers(privateHeaders());
  headers.set("Clear-Site-Data", '"cache", "storage"');
  for (const cookie of [
    expiredLetterCookie(campaign.slug),
    expiredPostalCodeCookie(campaign.slug),
    leftCookie(request),
    expiredPrintCookie(campaign.slug),
    expiredAttemptCookie(campaign.slug),
  ])
    headers.append("Set-Cookie", cookie);
  return data({ organization: (await organization(by)).name }, { headers });
}

export default function Leave() {
  const locale = useLocale();
  const page = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="form" organization={page.organization}>
      <LeavePage locale={locale} />
    </Page>
  );
}
