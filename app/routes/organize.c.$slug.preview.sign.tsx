import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PreviewFrame, previewTitle } from "#app/features/campaigns/preview-frame.tsx";
import { previewFrameOf, previewOf } from "#app/features/campaigns/preview-of.server.ts";
import { PreviewShown } from "#app/features/campaigns/preview-shown.tsx";
import { words } from "#app/features/campaigns/words.ts";
import { previewSignOf } from "#app/features/signatures/preview-steps-of.server.ts";
import { SignFrame } from "#app/features/signatures/sign-frame.tsx";
import { SignPage } from "#app/features/signatures/sign-page.tsx";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { notFound, signedInHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { countries, usRegions } from "#app/lib/region-names.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: previewTitle(localeIn(matches), data.title) }] : [];
export const headers = signedInHeaders;

/** The form of `/sign`, as a persona finds it; nothing can be typed into it and nothing is posted. */
export async function loader(args: LoaderFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const preview = await previewOf(by, campaignId, new URL(args.request.url).searchParams.get("as"));
  if (!preview) throw notFound();
  return {
    ...previewFrameOf(preview),
    page: await previewSignOf(by, localeOf(args.context), preview),
  };
}

export default function PreviewSign() {
  const locale = useLocale();
  const { page, ...shown } = useLoaderData<typeof loader>();
  const { slug, as } = shown;
  const t = words(locale);
  const paths = pathsIn(locale);
  const { hasLetters } = page.campaign;
  const next = (hasLetters ? paths.organizePreviewLetters : paths.organizePreviewThanks)(slug, as);
  const back = paths.organizePreview(slug, as);
  return (
    <PreviewFrame locale={locale} shown={shown}>
      <SignFrame locale={locale} step={1} back={null} hasLetters={hasLetters}>
        <PreviewShown locale={locale} next={{ href: next, label: t("preview.next.sign") }} back={back}>
          <SignPage
            {...page}
            locale={locale}
            countries={countries(locale).map(({ code, name }) => ({ value: code, label: name }))}
            states={Object.entries(usRegions).map(([value, label]) => ({ value, label }))}
          />
        </PreviewShown>
      </SignFrame>
    </PreviewFrame>
  );
}
