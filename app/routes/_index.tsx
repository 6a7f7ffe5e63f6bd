import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { closedCampaigns, openCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import type { ListedCampaign } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState, endOf } from "#app/features/campaigns/campaign.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { HomePage } from "#app/features/campaigns/home-page.tsx";
import { sharingMeta } from "#app/features/campaigns/sharing-meta.ts";
import type { CampaignCard } from "#app/features/campaigns/public-campaign.ts";
import { words } from "#app/features/campaigns/words.ts";
import { countOf } from "#app/features/signatures/count-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { absolute } from "#app/lib/links.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { brandIn } from "#app/ui/brand.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const [title, description] = [words(localeIn(matches))("home.title"), words(localeIn(matches))("home.description")];
  const shared = data
    ? [
        { tagName: "link", rel: "canonical", href: data.url },
        ...sharingMeta({
          locale: localeIn(matches),
          brand: brandIn(matches),
          title,
          description,
          url: data.url,
          image: null,
        }),
      ]
    : [];
  return [{ title }, { name: "description", content: description }, ...shared];
};

/** The same for everybody. */
export const headers = () => ({ "Cache-Control": "public, max-age=2" });

export async function loader({ context }: LoaderFunctionArgs) {
  const locale = localeOf(context);
  const by = visitor(context);
  const [open, closed, runBy] = await Promise.all([openCampaigns(by), closedCampaigns(by), organization(by)]);
  const card = async (campaign: ListedCampaign): Promise<CampaignCard> => ({
    slug: campaign.slug,
    kind: campaign.kind,
    timeZone: campaign.timeZone,
    goal: campaign.goal,
    hasLetters: campaign.hasLetters,
    locale: campaign.locale,
    title: campaign.title,
    summary: campaign.summary,
    audience: campaign.audience,
    state: campaignState(campaign, by.now),
    endsAt: endOf(campaign),
    confirmed: (await countOf(campaign.id)).confirmed,
  });
  const openCards = await Promise.all(open.map(card));
  const demo = [...open, ...closed].find((campaign) => campaign.isDemo);
  return {
    // The most signed leads; among equals the newest, as they come.
    open: openCards.sort((a, b) => b.confirmed - a.confirmed),
    closed: await Promise.all(closed.map(card)),
    demo: demo && demoNotice(locale, demo),
    organization: runBy.name,
    now: by.now,
    url: absolute(pathsIn(locale).home()),
  };
}

export default function Home() {
  const locale = useLocale();
  const { open, closed, demo, organization: name, now } = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="full" current="campaigns" demo={demo} organization={name}>
      <HomePage locale={locale} open={open} closed={closed} now={now} />
    </Page>
  );
}
