import { formatNumber } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { DeliveryKind } from "./delivery.ts";
import { QueueAges } from "./queue-ages.tsx";
import { QueueFilter } from "./queue-filter.tsx";
import { QueueTable } from "./queue-table.tsx";
import type { QueueItem } from "./queue-table.tsx";
import { mostLookedThrough, onePage, queueQueryOf } from "./queue-view.ts";
import type { QueueCell, QueuePart } from "./queue-view.ts";
import { words } from "./words.ts";

export interface QueuePageProps {
  counts: Record<QueuePart, QueueCell[]>;
  /** Letters that the mail service took. */
  accepted: number;
  part: QueuePart;
  kind: DeliveryKind | null;
  campaignId: string | null;
  campaigns: { id: string; title: string }[];
  rows: QueueItem[];
  isFirst: boolean;
  /** The query of the following page; null behind the last. */
  next: string | null;
  locale: string;
}

/** What waits, what is held and what failed: how much of it, and which. */
export function QueuePage(props: QueuePageProps) {
  const { counts, accepted, part, kind, campaignId, rows, isFirst, next, locale } = props;
  const t = words(locale);
  const queue = pathsIn(locale).staffQueue();
  const first = queueQueryOf({ part, kind, campaignId, after: null });
  const isEmpty = Object.values(counts).every((cells) => cells.every(({ n }) => n === 0));
  const looked = formatNumber(locale, mostLookedThrough);
  return (
    <>
      {isEmpty ? (
        <section className="stack stack-sm" aria-labelledby="nothing">
          <h2 id="nothing">{t("queue.nothing")}</h2>
          <p className="muted narrow">{t("queue.nothing.lead")}</p>
        </section>
      ) : null}
      <div className="stack stack-sm">
        <div className="table-wrap">
          <QueueAges counts={counts} locale={locale} />
        </div>
        <p className="small muted">
          {t("queue.age.note")} {t("queue.accepted", { n: formatNumber(locale, accepted) })}
        </p>
      </div>
      <section className="stack" aria-labelledby="list">
        <h2 id="list">{t("queue.list")}</h2>
        <QueueFilter {...props} />
        {rows.length > 0 ? <QueueTable rows={rows} locale={locale} /> : null}
        {rows.length === 0 ? (
          <p className="muted">{next === null ? t("queue.empty") : t("queue.empty.so-far", { n: looked })}</p>
        ) : null}
        {rows.length > 0 && rows.length < onePage && next !== null ? (
          <p className="meta">{t("queue.short", { n: looked })}</p>
        ) : null}
        {next !== null || !isFirst ? (
          <p className="row no-print">
            {next === null ? null : <a href={`${queue}${next}#list`}>{t("queue.next")}</a>}
            {isFirst ? null : <a href={`${queue}${first}#list`}>{t("queue.first")}</a>}
          </p>
        ) : null}
      </section>
    </>
  );
}
