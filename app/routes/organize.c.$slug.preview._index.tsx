import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { campaignFrom } from "#app/features/campaigns/campaign-from-document.ts";
import { CampaignPage } from "#app/features/campaigns/campaign-page.tsx";
import { previewTitle } from "#app/features/campaigns/preview-frame.tsx";
import { PreviewNotice } from "#app/features/campaigns/preview-notice.tsx";
import { previewOf } from "#app/features/campaigns/preview-of.server.ts";
import { publicCampaignOf } from "#app/features/campaigns/public-campaign-of.server.ts";
import { shareOf } from "#app/features/campaigns/share-of.server.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { notFound, signedInHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: previewTitle(localeIn(matches), data.campaign.title) }] : [];
export const headers = signedInHeaders;

/** The campaign's page as it was last written. Its figures are a beginning's: a preview counts nobody. */
export async function loader(args: LoaderFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const locale = localeOf(args.context);
  const preview = await previewOf(by, campaignId, new URL(args.request.url).searchParams.get("as"));
  if (!preview) throw notFound();
  const { standing, document, organization, persona, as } = preview;
  const campaign = campaignFrom(document, standing);
  const shown = await publicCampaignOf(by, campaign, { confirmed: 0, asOf: by.now, places: [] });
  return {
    slug: standing.slug,
    persona,
    campaign: { ...shown, state: "open" as const },
    organization: { name: organization.name, principal: organization.principal },
    share: shareOf(campaign, null, locale),
    next: pathsIn(locale).organizePreviewSign(standing.slug, as),
  };
}

export default function Preview() {
  const locale = useLocale();
  const { slug, persona, campaign, organization: runBy, share, next } = useLoaderData<typeof loader>();
  return (
    <Page
      locale={locale}
      variant="full"
      organization={runBy.name}
      notice={<PreviewNotice locale={locale} slug={slug} persona={persona} />}
    >
      <CampaignPage
        locale={locale}
        campaign={campaign}
        organization={runBy}
        share={share}
        countPath={null}
        source={null}
        next={next}
      />
    </Page>
  );
}
