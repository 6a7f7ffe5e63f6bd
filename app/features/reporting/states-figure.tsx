import { formatDate, formatPercent } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { CsvButton } from "./csv-button.tsx";
import { FigureTable } from "./figure-table.tsx";
import { stateClasses } from "./places.ts";
import type { Places } from "./places.ts";
import type { Shown } from "./small-figure.ts";
import { MoreRows, shownRows } from "./more-rows.tsx";
import { MapScale, StateTiles, shownIn } from "./state-tiles.tsx";
import { queryOf } from "./view.ts";
import type { View, Weeks } from "./view.ts";
import { words } from "./words.ts";

interface StatesFigureProps {
  places: Places;
  counted: number;
  /** The days that the places are of; null: all. */
  weeks: Weeks | null;
  slug: string;
  view: View;
  csv: string;
  locale: string;
}

/** Signers by state: the tiles, and the same in numbers. */
export function StatesFigure({ places, counted, weeks, slug, view, csv, locale }: StatesFigureProps) {
  const t = words(locale);
  const { states, nowhere } = places;
  const day = (iso: string) => formatDate(locale, new Date(iso));
  const isAll = weeks === null;
  const title = isAll ? t("states.title") : t("states.title.range", { from: day(weeks.from), until: day(weeks.until) });
  const top = states
    .slice(0, 3)
    .map(({ name, n }) => `${name} ${shownIn(locale, n)}`)
    .join(", ");
  const description = top === "" ? t("states.description.none") : t("states.description", { top });
  const shown = shownRows(states, "states", view);
  const share = (n: Shown) => (isAll && counted > 0 && n !== "*" ? formatPercent(locale, n / counted) : "–");
  return (
    <figure className="map stack stack-sm" aria-labelledby="states">
      <h2 id="states">{title}</h2>
      <MapScale breaks={stateClasses} locale={locale} />
      <StateTiles states={states} slug={slug} view={view} description={description} locale={locale} />
      {states.length === 0 ? <p className="muted">{t("states.none")}</p> : null}
      <FigureTable
        label={title}
        head={["state", "n", "unknown", "share"].map((column) => ({
          label: t(`states.${column as "state" | "n" | "unknown" | "share"}`),
        }))}
        rows={[
          ...shown.map(({ state, name, n, unknown }) => ({
            key: state,
            cells: [
              <a key="name" href={`${pathsIn(locale).staffCampaign(slug)}${queryOf(view, { state })}#districts`}>
                {name}
              </a>,
              shownIn(locale, n),
              shownIn(locale, unknown),
              share(n),
            ],
          })),
          {
            key: "nowhere",
            cells: [t("states.nowhere"), shownIn(locale, nowhere), shownIn(locale, nowhere), share(nowhere)],
          },
        ]}
      />
      <p className="meta">{t("states.unknown.note")}</p>
      <MoreRows table="states" n={states.length} slug={slug} view={view} hash="states" locale={locale} />
      <CsvButton action={csv} table={title} locale={locale} />
    </figure>
  );
}
