import { formatDate, formatNumber, formatShortDay } from "#app/lib/format.ts";
import { CsvButton } from "./csv-button.tsx";
import { LineChart } from "./line-chart.tsx";
import type { Point } from "./series.ts";
import type { View } from "./view.ts";
import { words } from "./words.ts";

interface SeriesFigureProps {
  points: Point[];
  view: Pick<View, "from" | "until" | "by">;
  csv: string;
  locale: string;
}

/** How many signed and confirmed over time, drawn and in numbers. */
export function SeriesFigure({ points, view, csv, locale }: SeriesFigureProps) {
  const t = words(locale);
  const title = t(`series.title.${view.by}`);
  const day = (iso: string) => formatDate(locale, new Date(iso));
  const range = { title, from: day(view.from), until: day(view.until) };
  const most = points.reduce((best, point) => (point.confirmed > best.confirmed ? point : best), {
    bucket: "",
    confirmed: 0,
  });
  const description =
    most.confirmed === 0
      ? t("series.description.none", range)
      : t("series.description", {
          ...range,
          n: formatNumber(locale, most.confirmed),
          at: bucketName(locale, most.bucket),
        });
  const hasSigned = view.by !== "hour";
  const lines = [
    { name: t("series.confirmed"), values: points.map(({ confirmed }) => confirmed) },
    ...(hasSigned ? [{ name: t("series.signed"), values: points.map(({ signed }) => signed ?? 0) }] : []),
  ];
  return (
    <figure className="chart stack stack-sm" aria-labelledby="series">
      <h2 id="series">{title}</h2>
      <ul className="key" role="list">
        <li>
          <i className="rule k1" />
          {t("series.confirmed")}
        </li>
        {hasSigned ? (
          <li>
            <i className="dash" />
            {t("series.signed")}
          </li>
        ) : null}
      </ul>
      <LineChart
        id="series"
        description={description}
        lines={lines}
        labelOf={(index) => tickName(locale, points[index]?.bucket ?? "", view.by)}
        locale={locale}
      />
      <details className="small">
        <summary>{t("series.table")}</summary>
        <SeriesTable points={points} by={view.by} locale={locale} />
      </details>
      <p className="meta">{t(hasSigned ? "series.note" : "series.note.hour")}</p>
      <CsvButton action={csv} table={title} locale={locale} />
    </figure>
  );
}

function SeriesTable({ points, by, locale }: { points: Point[]; by: View["by"]; locale: string }) {
  const t = words(locale);
  const columns = by === "hour" ? (["confirmed"] as const) : (["signed", "confirmed", "withdrawn"] as const);
  return (
    <div className="table-wrap">
      <table className="table table-cards">
        <caption>{t(`series.caption.${by}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`series.bucket.${by}`)}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="n">
                {t(`series.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.bucket}>
              <th scope="row">{bucketName(locale, point.bucket)}</th>
              {columns.map((column) => (
                <td key={column} className="n" data-label={t(`series.${column}`)}>
                  {formatNumber(locale, point[column] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const dayOf = (bucket: string) => new Date(bucket.slice(0, 10));
const hourOf = (bucket: string) => `${bucket.slice(11)}:00`;

function bucketName(locale: string, bucket: string): string {
  const day = formatDate(locale, dayOf(bucket));
  return bucket.length > 10 ? `${day}, ${hourOf(bucket)}` : day;
}

function tickName(locale: string, bucket: string, by: View["by"]): string {
  return by === "hour" ? hourOf(bucket) : formatShortDay(locale, dayOf(bucket));
}
