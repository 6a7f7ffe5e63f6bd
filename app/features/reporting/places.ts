import { divisionCode, divisionName, divisionOf, divisionOrder, stateName } from "./division-name.ts";
import { atLeast, keptBack } from "./small-figure.ts";
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
  const { states, abroad, nowhere } = sumsOf(figures);
  // They come to what was confirmed on those days, which the series tells.
  const all = [...states.map(({ n }) => n), ...abroad.map(({ n }) => n), nowhere];
  const shown = isCrossed ? keptBack(all) : all;
  const countries = abroad.map(({ country }, at) => ({ country, n: shown[states.length + at] ?? 0 }));
  const rows: StateRow[] = [];
  const divisions: DivisionRow[] = [];
  for (const [at, { state, unknown, parts }] of states.entries()) {
    const n = shown[at] ?? 0;
    const inside = [...parts.map((part) => part.n), unknown];
    // Of a state that is kept back the parts would tell it.
    const shownInside = !isCrossed ? inside : n === "*" ? inside.map(hiddenUnlessNone) : keptBack(inside);
    rows.push({ state, name: stateName(state), n, unknown: shownInside.at(-1) ?? 0 });
    for (const [index, { id }] of parts.entries())
      divisions.push({ id, code: divisionCode(id), name: divisionName(id), state, n: shownInside[index] ?? 0 });
  }
  return {
    states: rows.sort((a, b) => mostFirst(a, b) || a.name.localeCompare(b.name, "en")),
    divisions: sortedDivisions(divisions, "n"),
    countries: countries.sort((a, b) => mostFirst(a, b) || a.country.localeCompare(b.country, "en")),
    nowhere: shown.at(-1) ?? 0,
  };
}

const hiddenUnlessNone = (n: number): Shown => (n === 0 ? 0 : "*");

interface StateSum {
  state: string;
  n: number;
  unknown: number;
  parts: { id: string; n: number }[];
}

function sumsOf(figures: readonly PlaceFigure[]) {
  const states = new Map<string, StateSum>();
  const abroad: { country: string; n: number }[] = [];
  let nowhere = 0;
  for (const { place, n } of figures) {
    if (place.reach === "abroad") {
      abroad.push({ country: place.country, n });
      continue;
    }
    const id = place.reach === "known" ? place.divisionId : place.stateDivisionId;
    const found = id === null ? null : divisionOf(id);
    if (!found || id === null) {
      nowhere += n;
      continue;
    }
    const { state } = found;
    const sum = states.get(state) ?? { state, n: 0, unknown: 0, parts: [] };
    sum.n += n;
    if (place.reach === "known") sum.parts.push({ id, n });
    else sum.unknown += n;
    states.set(state, sum);
  }
  return { states: [...states.values()], abroad, nowhere };
}

/** Sources, most first; `isCrossed` as above, and they too come to what was confirmed on those days. */
export function sourcesOf(figures: readonly { key: string; n: number }[], isCrossed: boolean) {
  const all = figures.map(({ n }) => n);
  const shown = isCrossed ? keptBack(all) : all;
  const rows = figures.map(({ key }, at): { source: string; n: Shown } => ({ source: key, n: shown[at] ?? 0 }));
  return rows.sort((a, b) => mostFirst(a, b) || a.source.localeCompare(b.source, "en"));
}

/** By what is shown: figures kept back are alike, and where they stand says nothing of which is smaller. */
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

/** 1 to 5, 0 for none. One kept back is in the lowest class of its map. */
export function classOf(shown: Shown, breaks: readonly number[]): number {
  return breaks.filter((from) => atLeast(shown) >= from).length;
}
