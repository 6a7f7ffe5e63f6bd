import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { letterFields, letterSchema, unchosenHouse } from "#app/features/letters/letter-form.ts";
import type { LetterFaultCode } from "#app/features/letters/letter-form.ts";
import { LetterForm } from "#app/features/letters/letter-form.tsx";
import { approveLetters } from "#app/features/signatures/approve-letters.server.ts";
import { composeLetters } from "#app/features/signatures/compose-letters.server.ts";
import { letterPageOf } from "#app/features/signatures/letter-page-of.ts";
import { LostPage } from "#app/features/signatures/lost-page.tsx";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import { signatureByToken } from "#app/features/signatures/signature-of.server.ts";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { notFound, privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";

const locale = "en";
const t = words(locale);

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown?.refused ? t("letter.title.error") : t("letter.title") },
];
export const headers = privateHeaders;

async function writerOf({ params, request, context }: LoaderFunctionArgs) {
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign?.hasLetters) throw notFound();
  const token = readLetterCookie(request);
  const known = token === null ? null : await signatureByToken(by, token, ["letter", "writer"]);
  const signature = known && known.campaignId === campaign.id && known.expiresAt > by.now ? known : null;
  const frame = {
    organization: (await organization(by)).name,
    demo: demoNotice(locale, campaign),
    slug: campaign.slug,
  };
  return { by, campaign, token: token ?? "", signature, frame };
}

export async function loader(args: LoaderFunctionArgs) {
  const { by, campaign, signature, frame } = await writerOf(args);
  const refused = args.context.refused === true;
  if (!signature) return { ...frame, refused, form: null };
  const letters = await composeLetters(by, campaign, signature);
  return { ...frame, refused, form: letterPageOf(campaign, signature, letters, frame.organization, locale) };
}

export async function action(args: ActionFunctionArgs) {
  args.context.refused = true;
  const { by, campaign, token, signature, frame } = await writerOf(args);
  if (!signature) return data({ ...frame, form: null }, { status: 403, headers: privateHeaders() });
  const form = await parseForm(args.request, letterFields, letterSchema);
  if (!form.ok) {
    const { body = "", division = "" } = form.values.one;
    const letters = await composeLetters(by, campaign, signature, { body, division });
    const page = letterPageOf(
      campaign,
      signature,
      { ...letters, ticked: form.values.many.recipient ?? [] },
      frame.organization,
      locale,
    );
    const faults = form.faults.map(({ code }) => code as LetterFaultCode);
    return data({ ...frame, form: { ...page, faults } }, { status: 422, headers: privateHeaders() });
  }
  const { body, division, recipient } = form.value;
  const letters = await composeLetters(by, campaign, signature, { body, division });
  const wanted = new Set(
    recipient.flatMap((key) => (key === unchosenHouse ? [...letters.found.chooseFrom.map((one) => one.key)] : [key])),
  );
  const recipients = letters.entries.map((entry) => entry.recipient).filter(({ key }) => wanted.has(key));
  const { asOf } = letters.found.representation;
  const approved = await approveLetters(by, {
    cookieToken: token,
    campaign,
    body,
    recipients,
    division: letters.houseDivisionId,
    directoryAsOf: asOf,
  });
  if (approved.outcome === "unknown") return data({ ...frame, form: null }, { status: 403, headers: privateHeaders() });
  if (approved.outcome === "campaign-closed") {
    const page = letterPageOf(campaign, signature, letters, frame.organization, locale);
    return data(
      { ...frame, form: { ...page, faults: ["closed" as const] } },
      { status: 409, headers: privateHeaders() },
    );
  }
  return seeOther(paths.thanks(campaign.slug));
}

export default function Letter() {
  const {
    form,
    organization: name,
    demo,
    slug,
  } = { ...useLoaderData<typeof loader>(), ...useActionData<typeof action>() };
  return (
    <Page variant="form" organization={name} demo={demo} readAgain={paths.campaign(slug)}>
      <SignFrame locale={locale} step={2} back={paths.campaign(slug)}>
        {form ? <LetterForm {...form} /> : <LostPage locale={locale} slug={slug} />}
      </SignFrame>
    </Page>
  );
}
