import { divisionCode, divisionName, divisionOf, divisionOrder, stateName } from "./division-name.ts";
import { atLeast, crossed } from "./small-figure.ts";
import type { Shown } from "./small-figure.ts";
import type { View } from "./view.ts";

/** A figure of a place as the tallies have it. */
export interface PlaceFigure {
  place:
    | { reach: "known"; divisionId: string }
    | { reach: "unknown"; stateDivisionId: string | null }
    | { reach: "abroad"; country: string };
  n: number;
}

export interface StateRow {
  /** Postal code. */
  state: string;
  name: string;
  n: Shown;
  /** Of them in a district that is not known. */
  unknown: Shown;
}
export interface DivisionRow {
  id: string;
  code: string;
  name: string;
  state: string;
  n: Shown;
}

export interface Places {
  states: StateRow[];
  divisions: DivisionRow[];
  /** Of several countries; codes of ISO 3166-1. */
  countries: { country: string; n: Shown }[];
  /** In the country, and not even the state is known. */
  nowhere: Shown;
}

/** The places of figures, most first. `isCrossed`: they are of some days only, so that small ones are not told. */
export function placesOf(figures: readonly PlaceFigure[], isCrossed: boolean): Places {
  const shown = isCrossed ? crossed : (n: number): Shown => n;
  const states = new Map<string, { n: number; unknown: number }>();
  const divisions: DivisionRow[] = [];
  const countries: Places["countries"] = [];
  let nowhere = 0;
  for (const { place, n } of figures) {
    if (place.reach === "abroad") {
      countries.push({ country: place.country, n: shown(n) });
      continue;
    }
    const id = place.reach === "known" ? place.divisionId : place.stateDivisionId;
    const found = id === null ? null : divisionOf(id);
    if (!found || id === null) {
      nowhere += n;
      continue;
    }
    const { state } = found;
    const sum = states.get(state) ?? { n: 0, unknown: 0 };
    states.set(state, { n: sum.n + n, unknown: sum.unknown + (place.reach === "unknown" ? n : 0) });
    if (place.reach === "known")
      divisions.push({ id, code: divisionCode(id), name: divisionName(id), state, n: shown(n) });
  }
  const rows = [...states].map(([state, { n, unknown }]): StateRow => ({
    state,
    name: stateName(state),
    n: shown(n),
    unknown: shown(unknown),
  }));
  return {
    states: rows.sort((a, b) => mostFirst(a, b) || a.name.localeCompare(b.name, "en")),
    divisions: sortedDivisions(divisions, "n"),
    countries: countries.sort((a, b) => mostFirst(a, b) || a.country.localeCompare(b.country, "en")),
    nowhere: shown(nowhere),
  };
}

/** Sources, most first; `isCrossed` as above. */
export function sourcesOf(figures: readonly { key: string; n: number }[], isCrossed: boolean) {
  const rows = figures.map(({ key, n }): { source: string; n: Shown } => ({
    source: key,
    n: isCrossed ? crossed(n) : n,
  }));
  return rows.sort((a, b) => mostFirst(a, b) || a.source.localeCompare(b.source, "en"));
}

/** By what is shown: small figures are alike, and where they stand says nothing of which is smaller. */
const mostFirst = (a: { n: Shown }, b: { n: Shown }) => atLeast(b.n) - atLeast(a.n);

/** The same rows in the order that a view asks for. */
export function sortedDivisions(rows: readonly DivisionRow[], by: View["divisions"]): DivisionRow[] {
  const byName = (a: DivisionRow, b: DivisionRow) => divisionOrder(a.id).localeCompare(divisionOrder(b.id), "en");
  return rows.toSorted((a, b) => (by === "name" ? 0 : mostFirst(a, b)) || byName(a, b));
}

/** The state whose districts are drawn: the one asked for, else the one with most signers. */
export function drawnState({ states }: Places, view: View): string | null {
  return view.state ?? states[0]?.state ?? null;
}

/** From where each class of a map begins: few to many (DESIGN: charts and maps). */
export const stateClasses = [1, 30, 100, 300, 1000] as const;
export const divisionClasses = [1, 10, 50, 200, 500] as const;

/** 1 to 5, 0 for none. A small figure is in the lowest class of its map. */
export function classOf(shown: Shown, breaks: readonly number[]): number {
  return breaks.filter((from) => atLeast(shown) >= from).length;
}
