import { formatDateTime, joinList } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { Alert } from "./overview.ts";
import { words } from "./words.ts";

export interface AlertListProps {
  alerts: Alert[];
  /** By campaign. */
  titles: Record<string, string>;
  /** The queue's own page needs no link to it. */
  isOnQueue?: boolean;
  locale: string;
}

/** What needs somebody; where nothing does it says so. */
export function AlertList({ alerts, titles, isOnQueue = false, locale }: AlertListProps) {
  const t = words(locale);
  return (
    <section aria-labelledby="alerts" className="stack stack-sm" data-live="alerts">
      <h2 id="alerts" className="sr">
        {t("alerts.title")}
      </h2>
      {alerts.length === 0 ? <p className="meta">{t("alerts.none")}</p> : null}
      {alerts.length > 0 ? (
        <ul className="alerts" role="list">
          {alerts.map((alert) => (
            <li key={alert.what}>
              <span className={alert.level === "act" ? "tag tag-danger" : "tag tag-warn"}>
                {t(`alerts.${alert.level}`)}
              </span>
              <span>
                <AlertText alert={alert} titles={titles} isOnQueue={isOnQueue} locale={locale} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** So many campaigns are named, the rest counted. */
const mostNamed = 2;

function AlertText({ alert, titles, isOnQueue, locale }: { alert: Alert } & Omit<AlertListProps, "alerts">) {
  const t = words(locale);
  const ids = "campaignIds" in alert ? alert.campaignIds : [];
  const named = ids.slice(0, mostNamed).map((id) => t("alerts.campaign", { title: titles[id] ?? "" }));
  const others = ids.length - named.length;
  const values = {
    campaigns: joinList(locale, others > 0 ? [...named, t("alerts.others", { n: others })] : named),
    ...("n" in alert ? { n: alert.n } : {}),
    ...("since" in alert ? { at: formatDateTime(locale, alert.since) } : {}),
  };
  return (
    <>
      <strong>{t(`alerts.${alert.what}`, values)}</strong> {t(`alerts.${alert.what}.why`, values)}{" "}
      {alert.what === "counting-stopped" || isOnQueue ? null : (
        <a href={pathsIn(locale).staffQueue()}>{t("alerts.queue")}</a>
      )}
    </>
  );
}
