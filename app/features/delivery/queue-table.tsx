import { formatNumber } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { decisionsFor } from "./decision.ts";
import { ageWords, reasonWords, stateTags, whatWords } from "./delivery-words.ts";
import type { DeliveryKind, DeliveryReason, DeliveryState } from "./delivery.ts";
import { words } from "./words.ts";

/** A delivery as staff see it: nothing of a person. */
export interface QueueItem {
  id: string;
  kind: DeliveryKind;
  campaign: string | null;
  office: string | null;
  state: DeliveryState;
  reason: DeliveryReason | null;
  isKept: boolean;
  attempts: number;
  /** Milliseconds since it was last due; below zero: it is not. */
  age: number;
}

/** Deliveries, each with the way to what can be decided about it: there a reason is asked for. */
export function QueueTable({ rows, locale }: { rows: QueueItem[]; locale: string }) {
  const t = words(locale);
  return (
    <table className="table table-cards">
      <caption className="sr">{t("queue.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("queue.delivery")}</th>
          <th scope="col">{t("queue.campaign")}</th>
          <th scope="col">{t("queue.status")}</th>
          <th scope="col">{t("queue.reason")}</th>
          <th scope="col" className="n">
            {t("queue.age")}
          </th>
          <th scope="col" className="n">
            {t("queue.tries")}
          </th>
          <th scope="col" className="acts-cell">
            {t("queue.do")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} locale={locale} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, locale }: { row: QueueItem; locale: string }) {
  const t = words(locale);
  const { id, kind, campaign, office, state, reason, attempts, age } = row;
  const path = pathsIn(locale).staffDelivery(id);
  const shortId = id.slice(-8);
  const [first] = decisionsFor(row);
  return (
    <tr>
      <th scope="row">
        <a href={path} className="code">
          {shortId}
        </a>
        <br />
        <span className="meta">{whatWords(locale, kind, office)}</span>
      </th>
      <td data-label={t("queue.campaign")}>{campaign ?? t("queue.none-of")}</td>
      <td data-label={t("queue.status")}>
        <span className={stateTags[state]}>{t(`state.${state}`)}</span>
      </td>
      <td data-label={t("queue.reason")}>{reasonWords(locale, state, reason) ?? t("queue.none-of")}</td>
      <td className="n" data-label={t("queue.age")}>
        {ageWords(locale, age)}
      </td>
      <td className="n" data-label={t("queue.tries")}>
        {formatNumber(locale, attempts)}
      </td>
      <td className="acts-cell">
        {first === undefined ? null : (
          <div className="row">
            <a href={`${path}#decide`} className="btn btn-second btn-small">
              {t(`queue.decide.${first}`)}
              <span className="sr"> {shortId}</span>
            </a>
          </div>
        )}
      </td>
    </tr>
  );
}
