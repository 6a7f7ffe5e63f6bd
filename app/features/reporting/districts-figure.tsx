import { CsvButton } from "./csv-button.tsx";
import { DistrictMap } from "./district-map.tsx";
import type { DistrictShapes } from "./district-map.tsx";
import { stateName } from "./division-name.ts";
import { FigureTable } from "./figure-table.tsx";
import { MoreRows, shownRows } from "./more-rows.tsx";
import { divisionClasses, sortedDivisions } from "./places.ts";
import type { Places } from "./places.ts";
import { SortLinks } from "./sort-links.tsx";
import { MapScale, shownIn } from "./state-tiles.tsx";
import type { View } from "./view.ts";
import { words } from "./words.ts";

interface DistrictsProps {
  places: Places;
  slug: string;
  view: View;
  locale: string;
}

/** The districts of one state as they lie. */
export function DistrictsFigure(
  given: DistrictsProps & { state: string; shapes: DistrictShapes | null; vacant: string[] },
) {
  const { places, state, shapes, vacant, locale } = given;
  const t = words(locale);
  const name = stateName(state);
  const figures = places.divisions.filter((division) => division.state === state);
  const top = sortedDivisions(figures, "n")
    .slice(0, 3)
    .map((division) => `${division.name} ${shownIn(locale, division.n)}`)
    .join(", ");
  const description =
    top === "" ? t("districts.description.none", { state: name }) : t("districts.description", { state: name, top });
  return (
    <figure className="map stack stack-sm" aria-labelledby="districts">
      <h2 id="districts">{t("districts.title", { state: name })}</h2>
      {shapes ? (
        <>
          <MapScale breaks={divisionClasses} locale={locale} />
          <DistrictMap shapes={shapes} figures={figures} vacant={vacant} description={description} locale={locale} />
          <p className="meta">{t("districts.note")}</p>
        </>
      ) : (
        <p className="meta">{t("districts.note.whole", { state: name })}</p>
      )}
    </figure>
  );
}

/** Every district that anybody signed from, in numbers. */
export function DistrictsTable({ places, slug, view, csv, locale }: DistrictsProps & { csv: string }) {
  const t = words(locale);
  const all = sortedDivisions(places.divisions, view.divisions);
  const shown = shownRows(all, "districts", view);
  return (
    <section className="stack stack-sm" aria-labelledby="district-table">
      <h2 id="district-table">{t("districts.table")}</h2>
      <SortLinks
        table="divisions"
        orders={["n", "name"]}
        slug={slug}
        view={view}
        hash="district-table"
        locale={locale}
      />
      {all.length === 0 ? <p className="muted">{t("districts.none")}</p> : null}
      <FigureTable
        label={t("districts.table")}
        head={[
          { label: t("districts.district") },
          { label: t("districts.code"), isText: true },
          { label: t("districts.n") },
        ]}
        rows={shown.map(({ id, name, code, n }) => ({ key: id, cells: [name, code, shownIn(locale, n)] }))}
      />
      <MoreRows table="districts" n={all.length} slug={slug} view={view} hash="district-table" locale={locale} />
      <CsvButton action={csv} table={t("districts.table")} locale={locale} />
    </section>
  );
}
