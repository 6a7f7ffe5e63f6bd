import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { needsPostalCode } from "#app/features/campaigns/target-rule.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { letterFields, letterSchema } from "#app/features/letters/letter-form.ts";
import type { LetterFaultCode } from "#app/features/letters/letter-form.ts";
import { LetterForm } from "#app/features/letters/letter-form.tsx";
import type { LetterFormProps } from "#app/features/letters/letter-form.tsx";
import { approveForm } from "#app/features/signatures/approve-form.server.ts";
import { composeLetters } from "#app/features/signatures/compose-letters.server.ts";
import type { LettersInProgress } from "#app/features/signatures/compose-letters.server.ts";
import { KeptLetter } from "#app/features/signatures/kept-letter.tsx";
import type { KeptLetterProps } from "#app/features/signatures/kept-letter.tsx";
import { letterPageOf } from "#app/features/signatures/letter-page-of.ts";
import { placeNoteOf } from "#app/features/signatures/place-of.ts";
import { PlaceNotice } from "#app/features/signatures/place-page.tsx";
import { LostPage } from "#app/features/signatures/lost-page.tsx";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import { signatureByToken } from "#app/features/signatures/signature-of.server.ts";
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

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "letter.title.error" : "letter.title") },
];
export const headers = privateHeaders;

/** One of three: the form, what was posted while the database is down, or (with the text posted) that we do not know them. */
interface Shown {
  form: LetterFormProps | null;
  kept: KeptLetterProps | null;
  text: string;
  /** Why the ZIP code names nobody in the House. */
  note: string | null;
}

async function pageOf({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(context);
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign?.hasLetters) throw notFound();
  const name = (await organization(by)).name;
  const frame = { organization: name, demo: demoNotice(locale, campaign), slug: campaign.slug };
  const token = readLetterCookie(request) ?? "";
  const signatureNow = async () => {
    const known = await signatureByToken(by, token, ["letter", "writer"]);
    return known?.campaignId === campaign.id && known.expiresAt > by.now ? known : null;
  };
  const empty: typeof frame & Shown = { ...frame, form: null, kept: null, text: "", note: null };
  return { by, campaign, token, frame, empty, signatureNow };
}

export async function loader(args: LoaderFunctionArgs) {
  const locale = localeOf(args.context);
  const { by, campaign, frame, empty, signatureNow } = await pageOf(args);
  // The action of this request has made the page already.
  if (args.context.refused) return { ...empty, refused: true };
  const signature = await signatureNow();
  const isClosed = campaignState(campaign, by.now) === "closed";
  if (!signature) return { ...empty, refused: false };
  const letters = await composeLetters(by, campaign, signature);
  const form = letterPageOf(campaign, signature, letters, frame.organization, locale);
  const { postalCode } = signature.person;
  const asksOwnMembers = needsPostalCode(campaign.targets.map(({ rule }) => rule));
  const canMend = asksOwnMembers && signature.state === "pending" && signature.person.country === "US" && !isClosed;
  const note = canMend ? placeNoteOf(letters.found.representation, postalCode, locale) : null;
  return { ...empty, note, form: isClosed ? { ...form, faults: ["closed" as const] } : form, refused: isClosed };
}

export async function action(args: ActionFunctionArgs) {
  const locale = localeOf(args.context);
  args.context.refused = true;
  const { by, campaign, token, frame, empty, signatureNow } = await pageOf(args);
  const form = await parseForm(args.request, letterFields, letterSchema);
  const { one, many } = form.values;
  const { body = "", division = "" } = one;
  const recipients = many.recipient ?? [];
  const answer = (status: number, page: Partial<Shown>) =>
    data({ ...empty, ...page }, { status, headers: privateHeaders() });
  try {
    const signature = await signatureNow();
    if (!signature) return answer(403, { text: body });
    const pageWith = (composed: LettersInProgress, faults: LetterFaultCode[]) => {
      const letters = { ...composed, ticked: recipients };
      return { form: { ...letterPageOf(campaign, signature, letters, frame.organization, locale), faults } };
    };
    if (!form.ok) {
      const letters = await composeLetters(by, campaign, signature, { body, division });
      const faults = form.faults.map(({ code }) => code as LetterFaultCode);
      return answer(422, pageWith(letters, faults));
    }
    const { outcome, letters } = await approveForm(by, campaign, signature, token, form.value);
    if (outcome === "unknown") return answer(403, { text: body });
    if (outcome === "campaign-closed") return answer(409, pageWith(letters, ["closed"]));
    return seeOther(outcome === "saved" ? paths.letter(campaign.slug) : paths.thanks(campaign.slug));
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return answer(503, { kept: { locale, action: pathsIn(locale).letter(campaign.slug), body, division, recipients } });
  }
}

export default function Letter() {
  const locale = useLocale();
  const page = { ...useLoaderData<typeof loader>(), ...useActionData<typeof action>() };
  const { form, kept, text, note, organization: name, demo, slug } = page;
  const [back, leave] = [pathsIn(locale).campaign(slug), pathsIn(locale).leave(slug)];
  return (
    <Page locale={locale} variant="form" organization={name} demo={demo} readAgain={back} leave={leave}>
      <SignFrame locale={locale} step={2} back={back}>
        {note ? <PlaceNotice {...{ locale, slug, note }} /> : null}
        {form ? <LetterForm {...form} /> : kept ? <KeptLetter {...kept} /> : <LostPage {...{ locale, slug, text }} />}
      </SignFrame>
    </Page>
  );
}
