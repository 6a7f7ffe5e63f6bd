import { formatNumber } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { queryOf } from "./view.ts";
import type { View } from "./view.ts";
import { words } from "./words.ts";

/** So many rows of a long table are shown before one asks for all. */
export const topRows = 12;

/** The way to all rows of the page's tables, and back. */
export function MoreRows(given: { n: number; slug: string; view: View; hash: string; locale: string }) {
  const { n, slug, view, hash, locale } = given;
  if (n <= topRows) return null;
  const t = words(locale);
  const isAll = view.rows === "all";
  const query = queryOf(view, { rows: isAll ? "top" : "all" });
  return (
    <p className="small no-print">
      <a href={`${pathsIn(locale).staffCampaign(slug)}${query}#${hash}`}>
        {isAll ? t("rows.top", { n: formatNumber(locale, topRows) }) : t("rows.all", { n: formatNumber(locale, n) })}
      </a>
    </p>
  );
}
