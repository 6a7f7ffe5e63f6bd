import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { CampaignPage } from "#app/features/campaigns/campaign-page.tsx";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { publicCampaignOf } from "#app/features/campaigns/public-campaign-of.server.ts";
import { canDrawSharingImage } from "#app/features/campaigns/draw-sharing-image.server.ts";
import { shareOf } from "#app/features/campaigns/share-of.server.ts";
import { sharingImageOf } from "#app/features/campaigns/sharing-image.ts";
import { sharingMeta } from "#app/features/campaigns/sharing-meta.ts";
import { parseSource } from "#app/features/campaigns/source.ts";
import { words } from "#app/features/campaigns/words.ts";
import { countOf, placesOf } from "#app/features/signatures/count-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { absolute, hostOfSite } from "#app/lib/links.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import liveCount from "../features/campaigns/live-count.client.ts?worker&url";

const locale = "en";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: words(locale)("page.title", { title: data.campaign.title }) },
        { name: "description", content: data.campaign.summary },
        { tagName: "link", rel: "canonical", href: data.url },
        ...sharingMeta({
          locale,
          title: data.campaign.title,
          description: data.campaign.summary,
          url: data.url,
          image: data.image === null ? null : { url: data.image, alt: data.campaign.title },
        }),
      ]
    : [];

/** The same for everybody: nothing here depends on a cookie. */
export const headers = () => ({ "Cache-Control": "public, max-age=2" });

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const [count, places, runBy] = await Promise.all([countOf(campaign.id), placesOf(campaign.id), organization(by)]);
  const shown = await publicCampaignOf(by, campaign, { confirmed: count.confirmed, asOf: count.asOf, places });
  const source = parseSource(request.url);
  const image = sharingImageOf(campaign, { host: hostOfSite(), locale });
  return {
    campaign: shown,
    organization: { name: runBy.name },
    url: absolute(paths.campaign(campaign.slug)),
    image: canDrawSharingImage(image) ? absolute(paths.card(campaign.slug)) : null,
    share: shareOf(campaign, source),
    countPath: shown.state === "open" ? paths.count(campaign.slug) : null,
    demo: demoNotice(locale, campaign),
    source,
  };
}

export default function CampaignRoute() {
  const { campaign, organization: runBy, share, countPath, demo, source } = useLoaderData<typeof loader>();
  return (
    <Page variant="full" current="campaigns" demo={demo} organization={runBy.name}>
      <CampaignPage
        locale={locale}
        campaign={campaign}
        organization={runBy}
        share={share}
        countPath={countPath}
        source={source}
      />
      {countPath !== null && <script type="module" src={liveCount} />}
    </Page>
  );
}
