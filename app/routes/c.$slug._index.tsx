import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { CampaignPage } from "#app/features/campaigns/campaign-page.tsx";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { publicCampaignOf } from "#app/features/campaigns/public-campaign-of.server.ts";
import { shareOf } from "#app/features/campaigns/share-of.server.ts";
import { sharedImageOf } from "#app/features/campaigns/shared-image-of.server.ts";
import { sharingMeta } from "#app/features/campaigns/sharing-meta.ts";
import { parseSource, withSource } from "#app/features/campaigns/source.ts";
import { words } from "#app/features/campaigns/words.ts";
import { countOf, placesOf } from "#app/features/signatures/count-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { moved, notFound } from "#app/http/responses.server.ts";
import { absolute } from "#app/lib/links.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { passageIn } from "#app/lib/words.ts";
import { brandIn } from "#app/ui/brand.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";
import liveCount from "../features/campaigns/live-count.client.ts?worker&url";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? [
        { title: words(localeIn(matches))("page.title", { title: data.campaign.title }) },
        {
          name: "description",
          content: data.campaign.summary,
          ...passageIn(data.campaign.locale, localeIn(matches)),
        },
        { tagName: "link", rel: "canonical", href: data.url },
        ...sharingMeta({
          locale: localeIn(matches),
          brand: brandIn(matches),
          title: data.campaign.title,
          description: data.share.summary,
          url: data.url,
          image: data.image,
        }),
      ]
    : [];

/** The same for everybody: nothing here depends on a cookie. */
export const headers = () => ({ "Cache-Control": "public, max-age=2" });

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(context);
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const source = parseSource(request.url);
  if (campaign.movedTo !== null) throw moved(withSource(pathsIn(locale).campaign(campaign.movedTo), source));
  const [count, places, runBy] = await Promise.all([countOf(campaign.id), placesOf(campaign.id), organization(by)]);
  const shown = await publicCampaignOf(by, campaign, { confirmed: count.confirmed, asOf: count.asOf, places });
  return {
    campaign: shown,
    organization: { name: runBy.name, principal: runBy.principal },
    url: absolute(pathsIn(locale).campaign(campaign.slug)),
    image: sharedImageOf(campaign, locale, runBy.wordMark),
    share: shareOf(campaign, source, locale),
    countPath: shown.state === "open" ? pathsIn(locale).count(campaign.slug) : null,
    demo: demoNotice(locale, campaign),
    source,
  };
}

export default function CampaignRoute() {
  const locale = useLocale();
  const { campaign, organization: runBy, share, countPath, demo, source } = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="full" current="campaigns" demo={demo} organization={runBy.name}>
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
