import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import { ConfirmedPage } from "#app/features/signatures/confirmed-page.tsx";
import { letterStatesOf } from "#app/features/signatures/letter-states-of.server.ts";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import { signatureByToken } from "#app/features/signatures/signature-of.server.ts";
import { linkLife, pendingLife } from "#app/features/signatures/signature.ts";
import { ThanksPage } from "#app/features/signatures/thanks-page.tsx";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { notFound, privateHeaders } from "#app/http/responses.server.ts";
import { formatDate } from "#app/lib/format.ts";
import { paths } from "#app/lib/paths.ts";
import { later } from "#app/lib/time.ts";
import { Page } from "#app/ui/page.tsx";

const locale = "en";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: words(locale)(shown?.done ? "done.title" : "thanks.title") },
];
export const headers = privateHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const token = readLetterCookie(request);
  const known = token === null ? null : await signatureByToken(by, token, ["letter", "writer"]);
  const signature = known?.campaignId === campaign.id ? known : null;
  const day = (at: Date) => formatDate(locale, at, campaign.timeZone);
  const found = signature && campaign.hasLetters ? await recipientsFor(by, campaign, signature.person) : null;
  const { slug, title, hasLetters } = campaign;
  const letters = signature ? await letterStatesOf(by, await lettersOf(signature.id), campaign, locale) : [];
  const canWrite = hasLetters && campaignState(campaign, by.now) === "open";
  return {
    organization: (await organization(by)).name,
    demo: demoNotice(locale, campaign),
    campaign: { slug, hasLetters },
    // Who holds the cookie given behind the mailed link has no step left.
    done:
      signature?.state === "confirmed"
        ? { slug, token: null, title, number: signature.number, letters, canWrite }
        : null,
    email: signature?.person.email ?? null,
    sentAgain: signature !== null && new URL(request.url).searchParams.has("again"),
    letters,
    mustChoose: (found?.chooseFrom.length ?? 0) > 0 && signature?.houseDivisionId === null,
    deadlines: signature && {
      until: day(later(signature.signedAt, linkLife)),
      erased: day(later(signature.signedAt, pendingLife)),
    },
  };
}

export default function Thanks() {
  const { organization: name, demo, done, ...page } = useLoaderData<typeof loader>();
  if (done)
    return (
      <Page variant="form" organization={name} demo={demo} readAgain={paths.campaign(page.campaign.slug)}>
        <main id="main" className="wrap page">
          <ConfirmedPage {...done} locale={locale} />
        </main>
      </Page>
    );
  return (
    <Page variant="form" organization={name} demo={demo} readAgain={paths.campaign(page.campaign.slug)}>
      <SignFrame locale={locale} step={3} back={null} hasLetters={page.campaign.hasLetters}>
        <ThanksPage {...page} locale={locale} />
      </SignFrame>
    </Page>
  );
}
