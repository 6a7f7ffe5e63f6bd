import { formatNumber } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { queryOf } from "./view.ts";
import type { View } from "./view.ts";
import { words } from "./words.ts";

/** So many rows of a long table are shown before one asks for all. */
const topRows = 12;

type Long = Exclude<View["rows"], "top">;

/** The rows of a long table that a view shows. */
export function shownRows<R>(rows: readonly R[], table: Long, view: View): readonly R[] {
  return view.rows === table ? rows : rows.slice(0, topRows);
}

/** The way to all rows of a table, and back. */
export function MoreRows(given: { n: number; table: Long; slug: string; view: View; hash: string; locale: string }) {
  const { n, table, slug, view, hash, locale } = given;
  if (n <= topRows) return null;
  const t = words(locale);
  const isAll = view.rows === table;
  const query = queryOf(view, { rows: isAll ? "top" : table });
  return (
    <p className="small no-print">
      <a href={`${pathsIn(locale).staffCampaign(slug)}${query}#${hash}`}>
        {isAll ? t("rows.top", { n: formatNumber(locale, topRows) }) : t("rows.all", { n: formatNumber(locale, n) })}
      </a>
    </p>
  );
}
