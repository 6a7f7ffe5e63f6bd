import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publishedCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { CountedAt } from "#app/features/reporting/counted-at.tsx";
import { named } from "#app/features/reporting/overview.ts";
import { overviewOf } from "#app/features/reporting/overview-of.server.ts";
import { OverviewPage } from "#app/features/reporting/overview-page.tsx";
import { words } from "#app/features/reporting/words.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { privateHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";
import liveFigures from "../features/reporting/live-figures.client.ts?worker&url";

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  { title: words(localeIn(matches))("overview.document") },
];
export const headers = privateHeaders;

/** Counts and ids, and what the public page of a campaign says of it; nobody's name, address or text (fault 41). */
export async function loader(args: LoaderFunctionArgs) {
  const { by, account } = await requireRole(args, "staff");
  const campaigns = await publishedCampaigns(by);
  const ids = campaigns.map(({ id }) => id);
  const { countedAt, campaigns: figures } = await overviewOf(by, ids);
  return {
    account: { name: account.name, role: account.role },
    countedAt: countedAt.toISOString(),
    now: by.now.toISOString(),
    campaigns: named(figures, campaigns).map(({ queuedSince, ...campaign }) => ({
      ...campaign,
      queuedSince: queuedSince?.toISOString() ?? null,
    })),
  };
}

export default function Staff() {
  const locale = useLocale();
  const { account, countedAt, now, campaigns } = useLoaderData<typeof loader>();
  const shown = campaigns.map(({ queuedSince, ...campaign }) => ({
    ...campaign,
    queuedSince: queuedSince === null ? null : new Date(queuedSince),
  }));
  return (
    <AppShell
      area="staff"
      current="overview"
      account={account}
      heading={words(locale)("overview.title")}
      beside={<CountedAt at={countedAt} refresh={pathsIn(locale).staff()} locale={locale} />}
      locale={locale}
    >
      <OverviewPage countedAt={new Date(countedAt)} now={new Date(now)} campaigns={shown} locale={locale} />
      <script type="module" src={liveFigures} />
    </AppShell>
  );
}
