import { divisionCode, divisionOrder } from "./division-name.ts";
import { letterCounts } from "./letter-fate.ts";
import type { DeliveryFigure, LetterCounts, StandingFigure } from "./letter-fate.ts";
import type { PlaceFigure } from "./places.ts";
import type { View } from "./view.ts";

/** An office as the directory has it now. */
export interface KnownOffice {
  officeId: string;
  /** Who holds it, or its own name. */
  name: string;
  chamber: "house" | "senate" | null;
  divisionId: string | null;
  officialId: string | null;
}

/** A measure and who stands behind it, as of a day; `backers`: officials' ids. Days are ISO days. */
export interface AskedMeasure {
  /** "H.Res. 1" */
  name: string;
  chamber: "house" | "senate";
  /** Null: nobody has given a list yet. */
  asOf: string | null;
  backers: ReadonlyMap<string, { as: "sponsor" | "cosponsor"; on: string | null }>;
  /** The offices that they hold now. */
  holders: readonly KnownOffice[];
}

/** Whether an office's holder has cosponsored; `on` only where the day is known. */
export type Cosponsored = { answer: "sponsor" | "yes" | "no" | "unknown"; on: string | null };

export interface OfficeRow {
  officeId: string;
  /** Null: the seat is empty, or the directory knows the office no more. */
  name: string | null;
  /** "CA-30", "CA"; "" for one of no division. */
  seat: string;
  order: string;
  /** Counted constituents of its division; null where an office has none of its own. */
  constituents: number | null;
  letters: LetterCounts;
  /** Null: the campaign asks for no measure, the office is not of its chamber, or nobody holds it. */
  cosponsored: Cosponsored | null;
}

interface Given {
  standing: (StandingFigure & { officeId: string })[];
  deliveries: (DeliveryFigure & { groupKey: string })[];
  places: readonly PlaceFigure[];
  offices: readonly KnownOffice[];
  measure: AskedMeasure | null;
}

/** The ids of the offices that anybody wrote to. */
export function officeIdsOf({ standing, deliveries }: Pick<Given, "standing" | "deliveries">): string[] {
  const ids = [...standing.map(({ officeId }) => officeId), ...deliveries.map(({ groupKey }) => groupKey)];
  return [...new Set(ids)].filter((id) => id !== "");
}

/**
 * Per office how many of its constituents are counted and where the letters to it are: of each that anybody wrote to, and of
 * each whose holder stands behind the measure and has constituents here. Those get no letter, and are not forgotten.
 */
export function officeRows({ standing, deliveries, places, offices, measure }: Given): OfficeRow[] {
  const holders = measure?.holders ?? [];
  const known = new Map([...holders, ...offices].map((office) => [office.officeId, office]));
  const standingOf = grouped(standing, ({ officeId }) => officeId);
  const deliveriesOf = grouped(deliveries, ({ groupKey }) => groupKey);
  const written = officeIdsOf({ standing, deliveries });
  const unwritten = holders.map(({ officeId }) => officeId).filter((officeId) => !written.includes(officeId));
  const rows = [...written, ...unwritten].map((officeId): OfficeRow => {
    const office = known.get(officeId);
    const divisionId = office ? office.divisionId : divisionOfOffice(officeId);
    return {
      officeId,
      name: office?.name ?? null,
      seat: divisionId === null ? "" : divisionCode(divisionId),
      order: divisionId === null ? "" : divisionOrder(divisionId),
      constituents: divisionId === null ? null : constituentsOf(places, divisionId, officeId),
      letters: letterCounts(standingOf.get(officeId) ?? [], deliveriesOf.get(officeId) ?? []),
      cosponsored: office && measure ? cosponsoredBy(office, measure) : null,
    };
  });
  return rows.filter(({ officeId, constituents }) => written.includes(officeId) || (constituents ?? 0) > 0);
}

function cosponsoredBy({ chamber, officialId }: KnownOffice, measure: AskedMeasure): Cosponsored | null {
  if (chamber !== measure.chamber || officialId === null) return null;
  const backing = measure.backers.get(officialId);
  if (backing?.as === "sponsor") return { answer: "sponsor", on: null };
  if (measure.asOf === null) return { answer: "unknown", on: null };
  return backing ? { answer: "yes", on: backing.on } : { answer: "no", on: null };
}

function grouped<R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** A senator's constituents are those of the state, also where nobody knows the district. */
function constituentsOf(places: readonly PlaceFigure[], divisionId: string, officeId: string): number {
  const isSenate = officeId.includes("/senate/");
  return places.reduce((sum, { place, n }) => {
    if (place.reach === "known" && place.divisionId === divisionId) return sum + n;
    if (!isSenate) return sum;
    const id = place.reach === "known" ? place.divisionId : place.reach === "unknown" ? place.stateDivisionId : null;
    const isWithin = id === divisionId || id?.startsWith(`${divisionId}/`);
    return isWithin ? sum + n : sum;
  }, 0);
}

/** Of an empty seat the directory names no holder; its id says where it is. */
function divisionOfOffice(officeId: string): string | null {
  const [, state, district] = /^us\/(?:house|senate)\/([a-z]{2})\/(cd:\d+)?/.exec(officeId) ?? [];
  if (state === undefined) return null;
  return ["ocd-division/country:us", `state:${state}`, district].filter(Boolean).join("/");
}

/** The same rows in the order that a view asks for. */
export function sortedOffices(rows: readonly OfficeRow[], by: View["offices"]): OfficeRow[] {
  const name = ({ name: shown, officeId }: OfficeRow) => shown ?? `~${officeId}`;
  const first = {
    n: (a: OfficeRow, b: OfficeRow) => (b.constituents ?? -1) - (a.constituents ?? -1),
    seat: (a: OfficeRow, b: OfficeRow) => a.order.localeCompare(b.order, "en"),
    name: () => 0,
  }[by];
  return rows.toSorted((a, b) => first(a, b) || name(a).localeCompare(name(b), "en"));
}
