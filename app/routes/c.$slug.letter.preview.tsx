import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { bodyLimit, letterFields } from "#app/features/letters/letter-form.ts";
import { LetterForm } from "#app/features/letters/letter-form.tsx";
import { composeLetters } from "#app/features/signatures/compose-letters.server.ts";
import { letterPageOf } from "#app/features/signatures/letter-page-of.ts";
import { knownKeys } from "#app/features/signatures/ticked.ts";
import { KeptLetter } from "#app/features/signatures/kept-letter.tsx";
import { LostPage } from "#app/features/signatures/lost-page.tsx";
import { savePreview } from "#app/features/signatures/save-preview.server.ts";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import { signatureByToken } from "#app/features/signatures/signature-of.server.ts";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { isDatabaseDown } from "#app/lib/db.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("letter.title.error") }];
export const headers = privateHeaders;

/** Saves the half-written letters and shows them again; approves nothing. Its own page comes only when it cannot. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(context);
  context.refused = true;
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign?.hasLetters) throw notFound();
  const { slug } = campaign;
  const { one, many } = await readForm(request, letterFields);
  const { body = "", division = "" } = one;
  const recipients = many.recipient ?? [];
  const frame = { organization: (await organization(by)).name, demo: demoNotice(locale, campaign), slug, body };
  const lost = () => data({ ...frame, form: null, kept: null }, { status: 403, headers: privateHeaders() });
  try {
    const cookieToken = readLetterCookie(request) ?? "";
    const signature = await signatureByToken(by, cookieToken, ["letter", "writer"]);
    if (signature?.campaignId !== campaign.id) return lost();
    const letters = await composeLetters(by, campaign, signature, { body, division });
    const { mayChoose, houseDivisionId } = letters;
    const ticked = knownKeys(recipients, letters);
    if (body.length > bodyLimit) {
      const page = letterPageOf(campaign, signature, { ...letters, ticked }, frame.organization, locale);
      const form = { ...page, faults: ["body-too-long" as const] };
      return data({ ...frame, form, kept: null }, { status: 422, headers: privateHeaders() });
    }
    const keep = { cookieToken, campaignId: campaign.id, body, recipients: ticked };
    const { outcome } = await savePreview(by, { ...keep, division: mayChoose ? (houseDivisionId ?? "") : null });
    return outcome === "saved" ? seeOther(paths.letter(slug)) : lost();
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    const kept = { locale, action: pathsIn(locale).letterPreview(slug), body, division, recipients };
    return data({ ...frame, form: null, kept }, { status: 503, headers: privateHeaders() });
  }
}

/** Somebody reloaded or shared the address: the letters stand on their own page. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return context.refused ? null : seeOther(paths.letter(params.slug ?? ""));
}

export default function Preview() {
  const locale = useLocale();
  const page = useActionData<typeof action>();
  if (!page) return null;
  const { organization: name, demo, slug, body, form, kept } = page;
  const [back, leave] = [pathsIn(locale).campaign(slug), pathsIn(locale).leave(slug)];
  return (
    <Page locale={locale} variant="form" organization={name} demo={demo} readAgain={back} leave={leave}>
      <SignFrame locale={locale} step={2} back={back}>
        {form ? (
          <LetterForm {...form} />
        ) : kept ? (
          <KeptLetter {...kept} />
        ) : (
          <LostPage locale={locale} slug={slug} text={body} />
        )}
      </SignFrame>
    </Page>
  );
}
