import { formatDateTime, formatNumber, formatPercent } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { AlertList } from "./alert-list.tsx";
import { CsvButton } from "./csv-button.tsx";
import { FigureList } from "./figure-list.tsx";
import { CampaignTable, LetterTable } from "./overview-tables.tsx";
import { alertsOf, oldestOf, summed } from "./overview.ts";
import type { CampaignOverview, NamedCampaign } from "./overview.ts";
import { ShareKey } from "./share-bar.tsx";
import { words } from "./words.ts";

export interface OverviewPageProps {
  countedAt: Date;
  now: Date;
  campaigns: (CampaignOverview & NamedCampaign)[];
  locale: string;
}

/** Every campaign's figures on one page, what needs somebody first. */
export function OverviewPage({ countedAt, now, campaigns, locale }: OverviewPageProps) {
  const t = words(locale);
  const number = (n: number) => formatNumber(locale, n);
  const all = summed(campaigns);
  const oldest = oldestOf(campaigns);
  const titles = Object.fromEntries(campaigns.map(({ campaignId, title }) => [campaignId, title]));
  if (campaigns.length === 0) {
    return (
      <div className="stack">
        <p className="lead">{t("overview.none")}</p>
        <p className="muted">{t("overview.none.lead")}</p>
      </div>
    );
  }
  const share = all.signed > 0 ? formatPercent(locale, all.counted / all.signed) : "–";
  return (
    <>
      <AlertList alerts={alertsOf({ countedAt, campaigns }, now)} titles={titles} locale={locale} />
      <div data-live="figures">
        <FigureList
          figures={[
            { key: "known", label: t("figure.known"), value: number(all.known), note: t("figure.known.note") },
            {
              key: "counted",
              label: t("figure.counted"),
              value: number(all.counted),
              note: t("figure.counted.note", { share, signed: number(all.signed) }),
            },
            {
              key: "today",
              label: t("figure.today"),
              value: number(all.today),
              note: t("figure.today.note", { n: number(all.yesterday) }),
            },
            {
              key: "hour",
              label: t("figure.last-hour"),
              value: number(all.lastHour),
              note: t("figure.last-hour.note"),
            },
            {
              key: "queue",
              label: <a href={pathsIn(locale).staffQueue()}>{t("figure.queue")}</a>,
              value: number(all.letters.queued),
              note: oldest ? t("figure.queue.since", { at: formatDateTime(locale, oldest) }) : t("figure.queue.none"),
            },
          ]}
        />
      </div>
      <div className="stack stack-sm">
        <div className="table-wrap" data-live="campaigns">
          <CampaignTable campaigns={campaigns} now={now} locale={locale} />
        </div>
        <ShareKey locale={locale} />
        <p className="small muted">
          {t("fate.honest")} {t("overview.day")}
        </p>
        <CsvButton action={pathsIn(locale).staffCsv()} table={t("overview.campaigns")} locale={locale} />
      </div>
      <details className="small">
        <summary>{t("overview.letters.table")}</summary>
        <div className="table-wrap" data-live="letters">
          <LetterTable campaigns={campaigns} locale={locale} />
        </div>
        <p className="small muted">{t("overview.letters.words")}</p>
      </details>
    </>
  );
}
