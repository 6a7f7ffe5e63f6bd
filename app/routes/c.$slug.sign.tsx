import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { parseSource, sourceOf } from "#app/features/campaigns/source.ts";
import { placeOf, stateElsewhere } from "#app/features/signatures/place-of.ts";
import { placeOfficialsOf } from "#app/features/signatures/place-officials-of.server.ts";
import { signCampaign } from "#app/features/signatures/sign-campaign.server.ts";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import { signFields, signSchema } from "#app/features/signatures/sign-form.ts";
import type { SignFaultCode } from "#app/features/signatures/sign-form.ts";
import { closedNotice, retryNotice } from "#app/features/signatures/sign-notice.ts";
import { SignPage } from "#app/features/signatures/sign-page.tsx";
import { words } from "#app/features/signatures/words.ts";
import { attemptCookie, readAttemptCookie } from "#app/http/attempt-cookie.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { formMark } from "#app/http/left-cookie.server.ts";
import { letterCookie } from "#app/http/letter-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import type { Fault } from "#app/http/parse-form.server.ts";
import { readPostalCodeCookie } from "#app/http/postal-code-cookie.server.ts";
import { notFound, privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { isDatabaseDown } from "#app/lib/db.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
import { countries, usRegions } from "#app/lib/region-names.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "sign.page.error" : "sign.page") },
];
export const headers = privateHeaders;

async function campaignOf({ params, context }: LoaderFunctionArgs) {
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  return { by, campaign };
}

async function pageOf(args: LoaderFunctionArgs, typed?: Record<string, string>) {
  const locale = localeOf(args.context);
  const { request } = args;
  const { by, campaign } = await campaignOf(args);
  const postalCode = typed ? (typed.postalCode ?? "") : readPostalCodeCookie(request, campaign.slug);
  const given = { country: typed?.country || "US", postalCode };
  return {
    campaign: {
      slug: campaign.slug,
      title: campaign.title,
      locale: campaign.locale,
      asks: campaign.asks.map(({ short }) => short),
      hasLetters: campaign.hasLetters,
    },
    organization: (await organization(by)).name,
    demo: demoNotice(locale, campaign),
    // The form serves without the names.
    place: postalCode === "" ? null : await placeOfficialsOf(by, campaign, given, locale).catch(nullWhenDown),
    notice: closedNotice(campaign, by.now, typed !== undefined, locale),
    values: typed ?? { postalCode, source: parseSource(request.url) ?? "" },
    faults: [] as { field: string; sentence: string }[],
    mark: formMark(request),
  };
}

function nullWhenDown(error: unknown): null {
  if (!isDatabaseDown(error)) throw error;
  return null;
}

export async function loader(args: LoaderFunctionArgs) {
  const page = await pageOf(args);
  const shown = { ...page, refused: args.context.refused === true };
  return data(shown, { headers: attemptCookie(args.request, page.campaign.slug) });
}

export async function action(args: ActionFunctionArgs) {
  const locale = localeOf(args.context);
  const t = words(locale);
  const inWords = ({ field, code }: Fault) => ({ field, sentence: t(`fault.${code as SignFaultCode}`) });
  args.context.refused = true;
  const form = await parseForm(args.request, { one: [...signFields.one, "source"] }, signSchema);
  const { one: typed } = form.values;
  /** The page again, with all that was typed. */
  const again = async (status: number, more: Partial<Awaited<ReturnType<typeof pageOf>>> = {}) =>
    data({ ...(await pageOf(args, typed)), ...more }, { status, headers: privateHeaders() });
  try {
    const { by, campaign } = await campaignOf(args);
    if (!form.ok) return await again(422, { faults: form.faults.map(inWords) });
    const { representation } = await recipientsFor(by, campaign, form.value);
    const state = stateElsewhere(form.value, representation);
    const elsewhere = state && { field: "region", sentence: t("fault.region-elsewhere", { state }) };
    if (elsewhere) return await again(422, { faults: [elsewhere] });
    const asked = { source: sourceOf(typed.source), browser: readAttemptCookie(args.request) };
    const signed = await signCampaign(by, campaign, { ...form.value, locale }, placeOf(representation), asked);
    if (signed.outcome === "campaign-closed") return await again(409);
    if (signed.outcome === "too-many") return await again(429, { notice: retryNotice("too-many", locale) });
    const next = campaign.hasLetters ? paths.letter(campaign.slug) : paths.thanks(campaign.slug);
    return seeOther(next, { "Set-Cookie": letterCookie(campaign.slug, signed.letterToken) });
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return again(503, { notice: retryNotice("down", locale) });
  }
}

export default function Sign() {
  const locale = useLocale();
  const page = { ...useLoaderData<typeof loader>(), ...useActionData<typeof action>() };
  const back = pathsIn(locale).campaign(page.campaign.slug);
  return (
    <Page locale={locale} variant="form" organization={page.organization} demo={page.demo} readAgain={back}>
      <SignFrame locale={locale} step={1} back={back} hasLetters={page.campaign.hasLetters}>
        <SignPage
          {...page}
          locale={locale}
          countries={countries(locale).map(({ code, name }) => ({ value: code, label: name }))}
          states={Object.entries(usRegions).map(([value, label]) => ({ value, label }))}
        />
      </SignFrame>
    </Page>
  );
}
