import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PreviewEnd } from "#app/features/campaigns/preview-end.tsx";
import { PreviewFrame, previewTitle } from "#app/features/campaigns/preview-frame.tsx";
import { previewFrameOf, previewOf } from "#app/features/campaigns/preview-of.server.ts";
import { PreviewShown } from "#app/features/campaigns/preview-shown.tsx";
import { ConfirmPage } from "#app/features/signatures/confirm-page.tsx";
import { previewConfirmOf } from "#app/features/signatures/preview-steps-of.server.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { notFound, signedInHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: previewTitle(localeIn(matches), data.title) }] : [];
export const headers = signedInHeaders;

/** What the mailed link shows, and the end of the walk. */
export async function loader(args: LoaderFunctionArgs) {
  const { by, account, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const told = new URL(args.request.url).searchParams.get("mail");
  const preview = await previewOf(by, campaignId, new URL(args.request.url).searchParams.get("as"));
  if (!preview) throw notFound();
  return {
    ...previewFrameOf(preview),
    email: account.email,
    told: (["sent", "too-many"] as const).find((one) => one === told) ?? null,
    page: await previewConfirmOf(by, localeOf(args.context), preview),
  };
}

export default function PreviewConfirm() {
  const locale = useLocale();
  const { page, email, told, ...shown } = useLoaderData<typeof loader>();
  const { slug, as } = shown;
  return (
    <PreviewFrame locale={locale} shown={shown}>
      <main id="main" className="wrap page stack stack-xl">
        <PreviewShown locale={locale} back={pathsIn(locale).organizePreviewThanks(slug, as)}>
          <ConfirmPage {...page} locale={locale} />
        </PreviewShown>
        <PreviewEnd locale={locale} slug={slug} as={as} email={email} told={told} />
      </main>
    </PreviewFrame>
  );
}
