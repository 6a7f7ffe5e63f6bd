import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { ConfirmedPage } from "#app/features/signatures/confirmed-page.tsx";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import { thanksPageOf } from "#app/features/signatures/thanks-page-of.server.ts";
import { ThanksPage } from "#app/features/signatures/thanks-page.tsx";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { notFound, privateHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.done ? "done.title" : "thanks.title") },
];
export const headers = privateHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(context);
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const asked = new URL(request.url).searchParams;
  const told = asked.has("again") ? "again" : asked.has("corrected") ? "corrected" : null;
  const { page, ...frame } = await thanksPageOf(by, campaign, { cookieToken: readLetterCookie(request), told, locale });
  return { ...frame, ...page };
}

export default function Thanks() {
  const locale = useLocale();
  const { organization, demo, done, ...page } = useLoaderData<typeof loader>();
  const leave = page.email === null ? undefined : pathsIn(locale).leave(page.campaign.slug);
  return (
    <Page locale={locale} variant="form" organization={organization} demo={demo} leave={leave}>
      {done ? (
        <main id="main" className="wrap page">
          <ConfirmedPage {...done} locale={locale} />
        </main>
      ) : (
        <SignFrame locale={locale} step={3} back={null} hasLetters={page.campaign.hasLetters}>
          <ThanksPage {...page} locale={locale} />
        </SignFrame>
      )}
    </Page>
  );
}
