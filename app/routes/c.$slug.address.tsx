import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { addressFields, addressSchema } from "#app/features/signatures/address-form.ts";
import type { AddressFaultCode } from "#app/features/signatures/address-form.ts";
import { correctAddress } from "#app/features/signatures/correct-address.server.ts";
import { KeptAddress } from "#app/features/signatures/kept-address.tsx";
import type { KeptAddressProps } from "#app/features/signatures/kept-address.tsx";
import { sendLinkAgain } from "#app/features/signatures/mail-new-link.server.ts";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import { addressNotice, closedNotice } from "#app/features/signatures/sign-notice.ts";
import { thanksPageOf } from "#app/features/signatures/thanks-page-of.server.ts";
import { ThanksPage } from "#app/features/signatures/thanks-page.tsx";
import type { ThanksPageProps } from "#app/features/signatures/thanks-page.tsx";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { notFound, privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { isDatabaseDown } from "#app/lib/db.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("thanks.title.error") }];
export const headers = privateHeaders;

type Notice = ReturnType<typeof addressNotice>;
/** The page again with what was typed, or, while the database is down, that alone. */
interface Shown {
  organization: string;
  demo: string | null;
  slug: string;
  page: Omit<ThanksPageProps, "locale"> | null;
  kept: Omit<KeptAddressProps, "locale" | "slug"> | null;
}

/**
 * Corrects the address of what this browser began to sign. The answer is the same for every address, and for a browser
 * that began nothing.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(context);
  const t = words(locale);
  context.answered = true;
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const { slug, id: campaignId } = campaign;
  const cookieToken = readLetterCookie(request) ?? "";
  const form = await parseForm(request, addressFields, addressSchema);
  const value = form.values.one.email ?? "";
  const refuse = async (status: number, fault: string | null, notice: Notice | null) => {
    const { page, ...frame } = await thanksPageOf(by, campaign, { cookieToken, told: null, locale });
    if (page.email === null) return seeOther(paths.thanks(slug));
    const correct = notice?.canRetry === false ? null : { value, fault };
    return answer(status, { ...frame, slug, page: { ...page, notice, correct }, kept: null });
  };
  try {
    const [fault] = form.ok ? [] : form.faults;
    if (!form.ok) return await refuse(422, t(`fault.${(fault?.code ?? "email-form") as AddressFaultCode}`), null);
    const { outcome } = await correctAddress(by, { cookieToken, campaign, email: form.value.email });
    if (outcome === "campaign-closed") return await refuse(409, null, closedNotice(campaign, by.now, false, locale));
    if (outcome === "too-many") return await refuse(429, null, addressNotice("too-many", locale));
    if (outcome === "same") await sendLinkAgain(by, { cookieToken, campaignId });
    return seeOther(`${paths.thanks(slug)}?${outcome === "same" ? "again" : "corrected"}`);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    const frame = { organization: (await organization(by)).name, demo: demoNotice(locale, campaign) ?? null, slug };
    return answer(503, { ...frame, page: null, kept: { value, ...addressNotice("down", locale) } });
  }
}

function answer(status: number, shown: Shown) {
  return data(shown, { status, headers: privateHeaders() });
}

/** Somebody reloaded or shared the address: the form stands on the page it belongs to. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return context.answered ? null : seeOther(paths.thanks(params.slug ?? ""));
}

export default function Address() {
  const locale = useLocale();
  const shown = useActionData<typeof action>();
  if (!shown) return null;
  const { organization: name, demo, slug, page, kept } = shown;
  return (
    <Page locale={locale} variant="form" organization={name} demo={demo} leave={pathsIn(locale).leave(slug)}>
      <SignFrame locale={locale} step={3} back={null}>
        {page ? <ThanksPage {...page} locale={locale} /> : null}
        {kept ? <KeptAddress {...kept} locale={locale} slug={slug} /> : null}
      </SignFrame>
    </Page>
  );
}
