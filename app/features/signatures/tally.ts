/**
 * How signatures are counted: a cube is one way to look at them, a cell of it one number. Each cell is at any time the
 * number of rows of `Signature` that fall into it, so that a recount proves it; days, hours and minutes are those of UTC.
 *
 * - total, day, hour, minute: confirmed, by the instant of confirming. Minutes are kept for two hours.
 * - place: by state; division: by the finest place that is known, see `divisionKey`; reach: by how much is known of it.
 * - source: by the link that led here.
 * - day-division, week-division, day-source: crossed; the day, or the week's Monday, is the cell's key, so that a range of
 *   days lies together.
 * - signed: everybody who signed, by that day; withdrawn: who took theirs back, by that day.
 */
export type Cube =
  | "total"
  | "day"
  | "hour"
  | "minute"
  | "place"
  | "division"
  | "reach"
  | "source"
  | "day-division"
  | "week-division"
  | "day-source"
  | "signed"
  | "withdrawn";

/** How much is known of where somebody lives: their House district, only that they live in the country, or that abroad. */
export const reaches = ["known", "unknown", "abroad"] as const;
export type Reach = (typeof reaches)[number];

const unknown = "district-unknown:";
const abroad = "country:";

export type DivisionKey =
  | { reach: "known"; divisionId: string }
  /** Null: not even the state is known. */
  | { reach: "unknown"; stateDivisionId: string | null }
  | { reach: "abroad"; country: string };

/** What a key of the cube "division" says. A House district that is a whole state has the state's own id. */
export function divisionKey(key: string): DivisionKey {
  if (key.startsWith(unknown)) return { reach: "unknown", stateDivisionId: key.slice(unknown.length) || null };
  if (key.startsWith(abroad)) return { reach: "abroad", country: key.slice(abroad.length) };
  return { reach: "known", divisionId: key };
}
