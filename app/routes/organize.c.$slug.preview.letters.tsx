import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { previewLetters } from "#app/features/campaigns/preview-letters-of.server.ts";
import { PreviewLettersPage } from "#app/features/campaigns/preview-letters.tsx";
import { previewFrameOf, previewOf } from "#app/features/campaigns/preview-of.server.ts";
import { PreviewFrame, previewTitle } from "#app/features/campaigns/preview-frame.tsx";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { notFound, signedInHeaders } from "#app/http/responses.server.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: previewTitle(localeIn(matches), data.title) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const preview = await previewOf(by, campaignId, new URL(args.request.url).searchParams.get("as"));
  if (!preview) throw notFound();
  return {
    ...previewFrameOf(preview),
    lang: preview.document.locale,
    found: await previewLetters(by, localeOf(args.context), preview.document, preview.persona),
  };
}

export default function PreviewLetters() {
  const locale = useLocale();
  const { lang, found, ...shown } = useLoaderData<typeof loader>();
  return (
    <PreviewFrame locale={locale} shown={shown}>
      <main id="main" className="wrap page">
        <PreviewLettersPage locale={locale} slug={shown.slug} as={shown.as} lang={lang} found={found} />
      </main>
    </PreviewFrame>
  );
}
