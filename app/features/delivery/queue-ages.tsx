import { formatNumber } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { queueParts, queueQueryOf } from "./queue-view.ts";
import type { QueueCell, QueuePart } from "./queue-view.ts";
import { words } from "./words.ts";

const ages = [0, 1, 2, 3] as const;

/** How much is in each part of the queue, by age; each part leads to its deliveries. */
export function QueueAges({ counts, locale }: { counts: Record<QueuePart, QueueCell[]>; locale: string }) {
  const t = words(locale);
  const figure = ({ n, isMore }: QueueCell) => {
    const number = formatNumber(locale, n);
    return isMore ? t("queue.more", { n: number }) : number;
  };
  const whole = (cells: QueueCell[]) => ({
    n: cells.reduce((sum, { n }) => sum + n, 0),
    isMore: cells.some(({ isMore }) => isMore),
  });
  return (
    <table className="table table-cards">
      <caption>{t("queue.by-age")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("queue.status")}</th>
          {ages.map((age) => (
            <th key={age} scope="col" className="n">
              {t(`queue.age.${age}`)}
            </th>
          ))}
          <th scope="col" className="n">
            {t("queue.all")}
          </th>
        </tr>
      </thead>
      <tbody>
        {queueParts.map((part) => (
          <tr key={part}>
            <th scope="row">
              <a
                href={`${pathsIn(locale).staffQueue()}${queueQueryOf({ part, kind: null, campaignId: null, after: null })}#list`}
              >
                {t(`queue.part.${part}`)}
              </a>
            </th>
            {ages.map((age) => (
              <td key={age} className="n" data-label={t(`queue.age.${age}`)}>
                {figure(counts[part][age] ?? { n: 0, isMore: false })}
              </td>
            ))}
            <td className="n" data-label={t("queue.all")}>
              {figure(whole(counts[part]))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
