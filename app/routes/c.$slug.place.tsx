import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { normalizePostalCode } from "#app/features/directory/postal-code.ts";
import { representativesOf } from "#app/features/directory/representatives-of.server.ts";
import { correctPlace } from "#app/features/signatures/correct-place.server.ts";
import { LostPage } from "#app/features/signatures/lost-page.tsx";
import { placeNoteOf, placeOf } from "#app/features/signatures/place-of.ts";
import { PlacePage } from "#app/features/signatures/place-page.tsx";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import { signatureByToken } from "#app/features/signatures/signature-of.server.ts";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";

const locale = "en";
const t = words(locale);

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown?.refused ? t("place.page.error") : t("place.page") },
];
export const headers = privateHeaders;

async function pageOf({ params, request, context }: LoaderFunctionArgs, typed?: string) {
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign?.hasLetters) throw notFound();
  const { slug } = campaign;
  const cookieToken = readLetterCookie(request) ?? "";
  const found = await signatureByToken(by, cookieToken, ["letter", "writer"]);
  const isTheirs = found?.campaignId === campaign.id && found.state === "pending" && found.expiresAt > by.now;
  const postalCode = isTheirs ? (typed ?? found.person.postalCode) : "";
  const known = isTheirs ? await representativesOf(by, { country: "US", postalCode }) : null;
  const page = {
    slug,
    organization: (await organization(by)).name,
    demo: demoNotice(locale, campaign),
    form: known && { locale, slug, postalCode, note: placeNoteOf(known, postalCode, locale), faults: [] },
  };
  return { by, campaign, cookieToken, known, page };
}

export async function loader(args: LoaderFunctionArgs) {
  return { ...(await pageOf(args)).page, refused: args.context.refused === true };
}

export async function action(args: ActionFunctionArgs) {
  args.context.refused = true;
  const { one } = await readForm(args.request.clone(), ["postalCode"]);
  const typed = (one.postalCode ?? "").trim();
  const { by, campaign, cookieToken, known, page } = await pageOf(args, typed);
  if (!known || !page.form) return data(page, { status: 403, headers: privateHeaders() });
  const code = normalizePostalCode(typed);
  if (code === null || known.status === "unknown_zip") {
    const sentence = code === null ? t("fault.zip-form") : t("place.unknown_zip", { postalCode: typed });
    const form = { ...page.form, note: null, faults: [{ field: "postalCode", sentence }] };
    return data({ ...page, form }, { status: 422, headers: privateHeaders() });
  }
  await correctPlace(by, { cookieToken, campaignId: campaign.id, postalCode: code, place: placeOf(known) });
  return seeOther(paths.letter(campaign.slug));
}

export default function Place() {
  const {
    slug,
    organization: name,
    demo,
    form,
  } = { ...useLoaderData<typeof loader>(), ...useActionData<typeof action>() };
  return (
    <Page variant="form" organization={name} demo={demo} readAgain={paths.campaign(slug)}>
      <SignFrame locale={locale} step={2} back={paths.campaign(slug)}>
        {form ? <PlacePage {...form} /> : <LostPage locale={locale} slug={slug} text="" />}
      </SignFrame>
    </Page>
  );
}
