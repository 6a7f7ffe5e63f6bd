import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PreviewFrame, previewTitle } from "#app/features/campaigns/preview-frame.tsx";
import { previewFrameOf, previewOf } from "#app/features/campaigns/preview-of.server.ts";
import { PreviewShown } from "#app/features/campaigns/preview-shown.tsx";
import { words } from "#app/features/campaigns/words.ts";
import { previewThanksOf } from "#app/features/signatures/preview-steps-of.server.ts";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import { ThanksPage } from "#app/features/signatures/thanks-page.tsx";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { notFound, signedInHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: previewTitle(localeIn(matches), data.title) }] : [];
export const headers = signedInHeaders;

/** What a persona finds after signing: the letters of the moment, as if each was approved. */
export async function loader(args: LoaderFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const preview = await previewOf(by, campaignId, new URL(args.request.url).searchParams.get("as"));
  if (!preview) throw notFound();
  return {
    ...previewFrameOf(preview),
    page: await previewThanksOf(by, localeOf(args.context), preview),
  };
}

export default function PreviewThanks() {
  const locale = useLocale();
  const { page, ...shown } = useLoaderData<typeof loader>();
  const { slug, as } = shown;
  const t = words(locale);
  const paths = pathsIn(locale);
  const { hasLetters } = page.campaign;
  const next = { href: paths.organizePreviewConfirm(slug, as), label: t("preview.next.confirm") };
  const back = (hasLetters ? paths.organizePreviewLetters : paths.organizePreviewSign)(slug, as);
  return (
    <PreviewFrame locale={locale} shown={shown}>
      <SignFrame locale={locale} step={3} back={null} hasLetters={hasLetters}>
        <PreviewShown locale={locale} next={next} back={back}>
          <ThanksPage {...page} locale={locale} />
        </PreviewShown>
      </SignFrame>
    </PreviewFrame>
  );
}
