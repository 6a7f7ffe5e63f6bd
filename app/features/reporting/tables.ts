import { countryName } from "#app/lib/region-names.ts";
import type { Cell } from "./csv.ts";
import { letterFates } from "./letter-fate.ts";
import type { LetterCounts } from "./letter-fate.ts";
import { sortedOffices } from "./offices.ts";
import type { OfficeRow } from "./offices.ts";
import { cosponsoredAnswer, officeName } from "./offices-section.tsx";
import type { CampaignOverview, NamedCampaign, SignatureCounts } from "./overview.ts";
import { sortedDivisions } from "./places.ts";
import type { Places } from "./places.ts";
import type { Point } from "./series.ts";
import type { Shown } from "./small-figure.ts";
import { stepsOf } from "./steps-figure.tsx";
import type { View } from "./view.ts";
import { words } from "./words.ts";

/** The tables of a campaign's page that one can take away. */
export const tableNames = [
  "series",
  "steps",
  "letters",
  "states",
  "districts",
  "countries",
  "sources",
  "offices",
] as const;
export type TableName = (typeof tableNames)[number];

export function isTableName(text: string): text is TableName {
  return tableNames.some((name) => name === text);
}

export interface Table {
  head: string[];
  rows: Cell[][];
}

/** What the tables are made of. */
export interface TableFigures {
  signatures: SignatureCounts;
  points: Point[];
  places: Places;
  sources: { source: string; n: Shown }[];
  letters: LetterCounts;
}

interface Given {
  figures: TableFigures;
  offices: OfficeRow[];
  measure: { name: string; asOf: string | null } | null;
  view: View;
  locale: string;
}

/** A table of a campaign as a file has it: every row, in the view's order, with names that a program can join by. */
export function tableOf(name: TableName, { figures, offices, measure, view, locale }: Given): Table {
  const t = words(locale);
  const { places } = figures;
  const made: Record<TableName, () => Table> = {
    series: () => ({
      head: [t(`series.bucket.${view.by}`), t("series.signed"), t("series.confirmed"), t("series.withdrawn")],
      rows: figures.points.map(({ bucket, signed, confirmed, withdrawn }) => [bucket, signed, confirmed, withdrawn]),
    }),
    steps: () => ({
      head: [t("steps.step"), t("steps.people")],
      rows: stepsOf(figures.signatures).map(({ step, n }) => [t(`steps.${step}`), n]),
    }),
    letters: () => ({
      head: [t("letters.status"), t("letters.n")],
      rows: letterFates.map((fate) => [t(`fate.${fate}`), figures.letters[fate]]),
    }),
    states: () => ({
      head: [t("csv.code"), t("states.state"), t("states.n"), t("states.unknown.csv")],
      rows: [
        ...places.states.map(({ state, name: shown, n, unknown }) => [state, shown, n, unknown]),
        [null, t("states.nowhere"), places.nowhere, places.nowhere],
      ],
    }),
    districts: () => ({
      head: [t("csv.place-id"), t("districts.code"), t("districts.district"), t("districts.n")],
      rows: sortedDivisions(places.divisions, view.divisions).map(({ id, code, name: shown, n }) => [
        id,
        code,
        shown,
        n,
      ]),
    }),
    countries: () => ({
      head: [t("csv.code"), t("countries.country"), t("countries.n")],
      rows: places.countries.map(({ country, n }) => [country, countryName(locale, country), n]),
    }),
    sources: () => ({
      head: [t("sources.source"), t("sources.n")],
      rows: figures.sources.map(({ source, n }) => [source === "" ? t("sources.direct") : source, n]),
    }),
    offices: () => ({
      head: [
        t("csv.id"),
        t("offices.office"),
        t("offices.seat"),
        t("offices.constituents"),
        ...(measure
          ? [t("csv.measure"), t("offices.cosponsored"), t("csv.cosponsored-on"), t("csv.cosponsors-as-of")]
          : []),
        ...letterFates.map((fate) => t(`fate.${fate}`)),
      ],
      rows: sortedOffices(offices, view.offices).map((office) => [
        office.officeId,
        officeName(office, locale),
        office.seat,
        office.constituents,
        ...(measure ? cosponsoredCells(office, measure, locale) : []),
        ...letterFates.map((fate) => office.letters[fate]),
      ]),
    }),
  };
  return made[name]();
}

/** Of which measure, whether, since when and as of which day; empty where that is no question. */
function cosponsoredCells(
  { cosponsored }: OfficeRow,
  { name, asOf }: { name: string; asOf: string | null },
  locale: string,
): Cell[] {
  if (!cosponsored) return [null, null, null, null];
  return [name, cosponsoredAnswer(cosponsored, locale), cosponsored.on, asOf];
}

/** The overview as a file has it. */
export function overviewTable(campaigns: readonly (CampaignOverview & NamedCampaign)[], locale: string): Table {
  const t = words(locale);
  return {
    head: [
      t("csv.slug"),
      t("overview.campaign"),
      t("overview.constituents"),
      t("overview.counted"),
      t("overview.today"),
      t("overview.last-hour"),
      t("steps.signed"),
      t("overview.goal"),
      ...letterFates.map((fate) => t(`fate.${fate}`)),
    ],
    rows: campaigns.map((one) => [
      one.slug,
      one.title,
      one.known,
      one.counted,
      one.today,
      one.lastHour,
      one.signed,
      one.goal,
      ...letterFates.map((fate) => one.letters[fate]),
    ]),
  };
}

/** A table as a file: every row says when it was counted. */
export function dated({ head, rows }: Table, countedAt: Date, locale: string): Table {
  const at = countedAt.toISOString();
  return { head: [...head, words(locale)("csv.counted-at")], rows: rows.map((row) => [...row, at]) };
}
