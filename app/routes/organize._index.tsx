import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { campaignIdsOf } from "#app/features/accounts/campaign-members.server.ts";
import { campaignState, endOf } from "#app/features/campaigns/campaign.ts";
import { OrganizePage } from "#app/features/campaigns/organize-page.tsx";
import type { OrganizeRow } from "#app/features/campaigns/organize-page.tsx";
import { organizedCampaigns } from "#app/features/campaigns/organized-campaigns.server.ts";
import { words } from "#app/features/campaigns/words.ts";
import { countOf } from "#app/features/signatures/count-of.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { signedInHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("organize.document") }];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account } = await requireRole(args, "organizer");
  const ids = account.role === "admin" ? null : await campaignIdsOf(by, account.id);
  const campaigns = await organizedCampaigns(by, ids);
  const rows = campaigns.map(async (campaign): Promise<OrganizeRow> => ({
    slug: campaign.slug,
    title: campaign.title,
    kind: campaign.kind,
    state: campaignState(campaign, by.now),
    opensAt: campaign.opensAt,
    endsAt: endOf(campaign),
    timeZone: campaign.timeZone,
    outcome: campaign.outcome,
    goal: campaign.goal,
    isChanged: campaign.isChanged,
    asked: campaign.askedById === null ? null : campaign.askedById === account.id ? "waits" : "needs-you",
    confirmed: campaign.publishedAt === null ? 0 : (await countOf(campaign.id)).confirmed,
  }));
  return { account: { name: account.name, role: account.role }, rows: await Promise.all(rows) };
}

export default function Organize() {
  const locale = useLocale();
  const { account, rows } = useLoaderData<typeof loader>();
  const t = words(locale);
  const begin = (
    <a className="btn btn-small" href={pathsIn(locale).organizeNew()}>
      {t("organize.new")}
    </a>
  );
  return (
    <AppShell
      area="organize"
      current="campaigns"
      account={account}
      heading={t("organize.title")}
      beside={rows.length > 0 ? begin : undefined}
      locale={locale}
    >
      <OrganizePage locale={locale} rows={rows} />
    </AppShell>
  );
}
