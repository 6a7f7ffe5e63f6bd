import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { representativesOf } from "#app/features/directory/representatives-of.server.ts";
import { correctPlace } from "#app/features/signatures/correct-place.server.ts";
import { LostPage } from "#app/features/signatures/lost-page.tsx";
import { placeFaults, placeFields, placeSchema } from "#app/features/signatures/place-form.ts";
import { placeNoteOf, placeOf } from "#app/features/signatures/place-of.ts";
import { PlacePage } from "#app/features/signatures/place-page.tsx";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import type { SignFaultCode } from "#app/features/signatures/sign-form.ts";
import { signatureByToken } from "#app/features/signatures/signature-of.server.ts";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { notFound, privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
import { usRegions } from "#app/lib/region-names.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

type Fault = { field: string; sentence: string };

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "place.page.error" : "place.page") },
];
export const headers = privateHeaders;

async function pageOf({ params, request, context }: LoaderFunctionArgs, typed?: Record<string, string>) {
  const locale = localeOf(context);
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign?.hasLetters) throw notFound();
  const { slug } = campaign;
  const cookieToken = readLetterCookie(request) ?? "";
  const found = await signatureByToken(by, cookieToken, ["letter", "writer"]);
  const isTheirs = found?.campaignId === campaign.id && found.state === "pending" && found.expiresAt > by.now;
  const canCorrect = isTheirs && found.person.country === "US";
  const values: Record<string, string> | null = canCorrect ? (typed ?? { ...found.person }) : null;
  const { postalCode = "", locality = "", region = "" } = values ?? {};
  const known = await representativesOf(by, { country: "US", postalCode });
  const states = Object.entries(usRegions).map(([value, label]) => ({ value, label }));
  const note = placeNoteOf(known, postalCode, locale);
  const form = { locale, slug, values: { postalCode, locality, region }, note, faults: [] as Fault[], states };
  const frame = { slug, organization: (await organization(by)).name, demo: demoNotice(locale, campaign) };
  return { by, campaign, cookieToken, known, page: { ...frame, form: values && form } };
}

export async function loader(args: LoaderFunctionArgs) {
  return { ...(await pageOf(args)).page, refused: args.context.refused === true };
}

export async function action(args: ActionFunctionArgs) {
  const locale = localeOf(args.context);
  const t = words(locale);
  args.context.refused = true;
  const form = await parseForm(args.request, placeFields, placeSchema);
  const { by, campaign, cookieToken, known, page } = await pageOf(args, form.values.one);
  if (!page.form) return data(page, { status: 403, headers: privateHeaders() });
  const faults = form.ok
    ? placeFaults(form.value, known, locale)
    : form.faults.map(({ field, code }) => ({ field, sentence: t(`fault.${code as SignFaultCode}`) }));
  if (!form.ok || faults.length > 0)
    return data({ ...page, form: { ...page.form, note: null, faults } }, { status: 422, headers: privateHeaders() });
  await correctPlace(by, { cookieToken, campaignId: campaign.id, address: form.value, place: placeOf(known) });
  return seeOther(paths.letter(campaign.slug));
}

export default function Place() {
  const locale = useLocale();
  const {
    slug,
    organization: name,
    demo,
    form,
  } = { ...useLoaderData<typeof loader>(), ...useActionData<typeof action>() };
  return (
    <Page locale={locale} variant="form" organization={name} demo={demo} readAgain={pathsIn(locale).campaign(slug)}>
      <SignFrame locale={locale} step={2} back={pathsIn(locale).campaign(slug)}>
        {form ? <PlacePage {...form} /> : <LostPage locale={locale} slug={slug} text="" />}
      </SignFrame>
    </Page>
  );
}
