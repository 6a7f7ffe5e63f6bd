import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publishedCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignTitles } from "#app/features/campaigns/campaign-titles.server.ts";
import { queueCounts } from "#app/features/delivery/queue-counts.server.ts";
import { QueuePage } from "#app/features/delivery/queue-page.tsx";
import { queueRows } from "#app/features/delivery/queue-rows.server.ts";
import { queueQueryOf, queueViewOf } from "#app/features/delivery/queue-view.ts";
import { words } from "#app/features/delivery/words.ts";
import { officesByIds } from "#app/features/directory/recipients-of.server.ts";
import { AlertList } from "#app/features/reporting/alert-list.tsx";
import { CountedAt } from "#app/features/reporting/counted-at.tsx";
import { alertsOf, summed } from "#app/features/reporting/overview.ts";
import { overviewOf } from "#app/features/reporting/overview-of.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { signedInHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("queue.document") }];
export const headers = signedInHeaders;

/** Kinds, states and ids, campaigns and offices; nobody's name, address or text (fault 41). */
export async function loader(args: LoaderFunctionArgs) {
  const { by, account } = await requireRole(args, "staff");
  const view = queueViewOf(new URL(args.request.url).searchParams);
  const published = await publishedCampaigns(by);
  const [titles, counts, { rows, next }, overview] = await Promise.all([
    campaignTitles(by),
    queueCounts(by),
    queueRows(by, view),
    overviewOf(
      by,
      published.map(({ id }) => id),
    ),
  ]);
  const title = new Map(titles.map((campaign) => [campaign.id, campaign.title]));
  const offices = await officesByIds(by, [...new Set(rows.flatMap(({ groupKey }) => groupKey ?? []))]);
  const office = new Map(offices.map(({ officeId, officeName }) => [officeId, officeName]));
  return {
    account: { name: account.name, role: account.role },
    countedAt: overview.countedAt.toISOString(),
    alerts: alertsOf(overview, by.now),
    accepted: summed(overview.campaigns).letters.accepted,
    counts,
    part: view.part,
    kind: view.kind,
    campaignId: view.campaignId,
    isFirst: view.after === null,
    here: queueQueryOf(view),
    next: next && queueQueryOf({ ...view, after: next }),
    campaigns: titles,
    rows: rows.map(({ id, kind, campaignId, groupKey, state, reason, isKept, attempts, notBefore }) => ({
      id,
      kind,
      campaign: title.get(campaignId ?? "") ?? null,
      office: office.get(groupKey ?? "") ?? null,
      state,
      reason,
      isKept,
      attempts,
      age: by.now.getTime() - notBefore.getTime(),
    })),
  };
}

export default function Queue() {
  const locale = useLocale();
  const { account, countedAt, alerts, ...shown } = useLoaderData<typeof loader>();
  const titles = Object.fromEntries(shown.campaigns.map(({ id, title }) => [id, title]));
  const withDates = alerts.map((alert) => ("since" in alert ? { ...alert, since: new Date(alert.since) } : alert));
  return (
    <AppShell
      area="staff"
      current="queue"
      account={account}
      heading={words(locale)("queue.title")}
      beside={<CountedAt at={countedAt} refresh={`${pathsIn(locale).staffQueue()}${shown.here}`} locale={locale} />}
      locale={locale}
    >
      <AlertList alerts={withDates} titles={titles} isOnQueue locale={locale} />
      <QueuePage {...shown} locale={locale} />
    </AppShell>
  );
}
