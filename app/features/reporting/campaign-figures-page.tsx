import { formatDate, formatNumber, formatPercent } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { countryName } from "#app/lib/region-names.ts";
import { CsvButton } from "./csv-button.tsx";
import type { DistrictShapes } from "./district-map.tsx";
import { DistrictsFigure, DistrictsTable } from "./districts-figure.tsx";
import { FigureList } from "./figure-list.tsx";
import { FigureTable } from "./figure-table.tsx";
import { FilterForm } from "./filter-form.tsx";
import { partOf, shareParts } from "./letter-fate.ts";
import { LettersFigure } from "./letters-figure.tsx";
import type { OfficeRow } from "./offices.ts";
import { OfficesSection } from "./offices-section.tsx";
import { drawnState } from "./places.ts";
import { SeriesFigure } from "./series-figure.tsx";
import { shownIn } from "./state-tiles.tsx";
import { StatesFigure } from "./states-figure.tsx";
import { StepsFigure } from "./steps-figure.tsx";
import type { TableFigures, TableName } from "./tables.ts";
import { queryOf } from "./view.ts";
import type { View, Weeks } from "./view.ts";
import { words } from "./words.ts";

export interface CampaignFiguresPageProps {
  slug: string;
  goal: number | null;
  view: View;
  /** The days that places and sources are of; null: all. */
  weeks: Weeks | null;
  figures: TableFigures;
  offices: OfficeRow[];
  /** ISO day of the directory. */
  asOf: string | null;
  /** What it asks for, and as of which ISO day the cosponsors are known. */
  measure: { name: string; asOf: string | null } | null;
  /** Of the state that is drawn; null where it is one district. */
  shapes: DistrictShapes | null;
  /** Divisions of that state whose seat is empty. */
  vacant: string[];
  locale: string;
}

/** Everything that is counted of one campaign: over time, step by step, by place, by source and by office. */
export function CampaignFiguresPage(given: CampaignFiguresPageProps) {
  const { slug, goal, view, weeks, figures, offices, asOf, measure, shapes, vacant, locale } = given;
  const t = words(locale);
  const paths = pathsIn(locale);
  const { signatures, letters, places } = figures;
  const day = (iso: string) => formatDate(locale, new Date(iso));
  const number = (n: number) => formatNumber(locale, n);
  const csv = (table: TableName) => `${paths.staffCampaignCsv(slug, table)}${queryOf(view)}`;
  const stuck = partOf(letters, shareParts.find(({ part }) => part === "stuck")?.fates ?? []);
  const state = drawnState(places, view);
  const page = { places, slug, view, locale };
  return (
    <>
      <FilterForm action={paths.staffCampaign(slug)} view={view} locale={locale} />
      <FigureList
        figures={[
          {
            key: "known",
            label: t("figure.known"),
            value: number(signatures.known),
            note: t("figure.known.note"),
          },
          {
            key: "counted",
            label: t("figure.counted"),
            value: number(signatures.counted),
            note: goal
              ? t("figure.counted.goal", { share: formatPercent(locale, signatures.counted / goal) })
              : t("figure.counted.plain"),
          },
          {
            key: "signed",
            label: t("figure.signed"),
            value: number(signatures.signed),
            note: t("figure.signed.note", { n: number(signatures.today) }),
          },
          {
            key: "accepted",
            label: t("figure.accepted"),
            value: number(letters.accepted),
            note: t("figure.accepted.note", { n: number(stuck) }),
          },
          {
            key: "done",
            label: t("figure.done"),
            value: number(letters.done),
            note: t("figure.done.note", { n: number(letters["with-writer"]) }),
          },
        ]}
      />
      <SeriesFigure points={figures.points} view={view} csv={csv("series")} locale={locale} />
      <div className="two">
        <div className="stack stack-sm">
          <StepsFigure figures={signatures} locale={locale} />
          <CsvButton action={csv("steps")} table={t("steps.title")} locale={locale} />
        </div>
        <div className="stack stack-sm">
          <LettersFigure letters={letters} locale={locale} />
          <CsvButton action={csv("letters")} table={t("letters.title")} locale={locale} />
        </div>
      </div>
      <div className="two">
        <StatesFigure {...page} weeks={weeks} counted={signatures.counted} csv={csv("states")} />
        <div className="stack stack-lg">
          {state === null ? null : <DistrictsFigure {...page} state={state} shapes={shapes} vacant={vacant} />}
          <DistrictsTable {...page} csv={csv("districts")} />
        </div>
      </div>
      {weeks ? <p className="meta">{t("small.note", { from: day(weeks.from), until: day(weeks.until) })}</p> : null}
      <div className="two">
        <section className="stack stack-sm" aria-labelledby="countries">
          <h2 id="countries">{t("countries.title")}</h2>
          {places.countries.length === 0 ? (
            <p className="muted">{t("countries.none")}</p>
          ) : (
            <FigureTable
              label={t("countries.title")}
              head={[{ label: t("countries.country") }, { label: t("countries.n") }]}
              rows={places.countries.map(({ country, n }) => ({
                key: country,
                cells: [countryName(locale, country), shownIn(locale, n)],
              }))}
            />
          )}
          <CsvButton action={csv("countries")} table={t("countries.title")} locale={locale} />
        </section>
        <section className="stack stack-sm" aria-labelledby="sources">
          <h2 id="sources">{t("sources.title")}</h2>
          {figures.sources.length === 0 ? (
            <p className="muted">{t("sources.none")}</p>
          ) : (
            <FigureTable
              label={t("sources.title")}
              head={[{ label: t("sources.source") }, { label: t("sources.n") }]}
              rows={figures.sources.map(({ source, n }) => ({
                key: source,
                cells: [source === "" ? t("sources.direct") : source, shownIn(locale, n)],
              }))}
            />
          )}
          <CsvButton action={csv("sources")} table={t("sources.title")} locale={locale} />
        </section>
      </div>
      <OfficesSection {...{ offices, asOf, measure, slug, view, locale }} csv={csv("offices")} />
    </>
  );
}
