import { formatDate, formatDateTime, formatNumber, formatPercent } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { letterFates } from "./letter-fate.ts";
import { sparkDays, summed } from "./overview.ts";
import type { CampaignOverview, NamedCampaign } from "./overview.ts";
import { ShareBar } from "./share-bar.tsx";
import { Spark } from "./spark.tsx";
import { daysBefore } from "./view.ts";
import { words } from "./words.ts";

interface Tables {
  campaigns: (CampaignOverview & NamedCampaign)[];
  locale: string;
}

/** Campaigns and their figures; a bar and a line beside each. */
export function CampaignTable({ campaigns, now, locale }: Tables & { now: Date }) {
  const t = words(locale);
  const number = (n: number) => formatNumber(locale, n);
  const all = summed(campaigns);
  const today = now.toISOString().slice(0, 10);
  const day = (iso: string) => formatDate(locale, new Date(iso));
  const range = { from: day(daysBefore(today, sparkDays - 1)), until: day(today) };
  const columns = ["constituents", "counted", "today", "last-hour"] as const;
  const of = (one: Pick<CampaignOverview, "known" | "counted" | "today" | "lastHour">) => ({
    constituents: one.known,
    counted: one.counted,
    today: one.today,
    "last-hour": one.lastHour,
  });
  return (
    <table className="table table-cards">
      <caption>{t("overview.campaigns")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("overview.campaign")}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="n">
              {t(`overview.${column}`)}
            </th>
          ))}
          <th scope="col">{t("overview.days", { n: sparkDays })}</th>
          <th scope="col">{t("overview.letters")}</th>
          <th scope="col">{t("overview.queue")}</th>
          <th scope="col" className="n">
            {t("overview.goal")}
          </th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => (
          <tr key={campaign.campaignId}>
            <th scope="row">
              <a href={pathsIn(locale).staffCampaign(campaign.slug)}>{campaign.title}</a>
            </th>
            {columns.map((column) => (
              <td key={column} className="n" data-label={t(`overview.${column}`)}>
                {number(of(campaign)[column])}
              </td>
            ))}
            <td data-label={t("overview.days", { n: sparkDays })}>
              <Spark
                values={campaign.spark}
                label={t("overview.spark", { ...range, figures: campaign.spark.map(number).join(", ") })}
              />
            </td>
            <td data-label={t("overview.letters")}>
              <ShareBar letters={campaign.letters} locale={locale} />
            </td>
            <td data-label={t("overview.queue")}>
              {number(campaign.letters.queued)}
              {campaign.queuedSince ? (
                <span className="meta">
                  <br />
                  {t("figure.queue.since", { at: formatDateTime(locale, new Date(campaign.queuedSince)) })}
                </span>
              ) : null}
            </td>
            <td className="n" data-label={t("overview.goal")}>
              {campaign.goal ? formatPercent(locale, campaign.counted / campaign.goal) : t("overview.no-goal")}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("overview.all")}</th>
          {columns.map((column) => (
            <td key={column} className="n" data-label={t(`overview.${column}`)}>
              {number(of(all)[column])}
            </td>
          ))}
          <td colSpan={4} />
        </tr>
      </tfoot>
    </table>
  );
}

/** The same bars in numbers; a status that no letter has is left out. */
export function LetterTable({ campaigns, locale }: Tables) {
  const t = words(locale);
  const { letters } = summed(campaigns);
  const fates = letterFates.filter((fate) => letters[fate] > 0);
  if (fates.length === 0) return null;
  return (
    <table className="table table-cards">
      <caption>{t("overview.letters.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("overview.campaign")}</th>
          {fates.map((fate) => (
            <th key={fate} scope="col" className="n">
              {t(`fate.short.${fate}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => (
          <tr key={campaign.campaignId}>
            <th scope="row">{campaign.title}</th>
            {fates.map((fate) => (
              <td key={fate} className="n" data-label={t(`fate.short.${fate}`)}>
                {formatNumber(locale, campaign.letters[fate])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
