import { usRegions } from "#app/lib/region-names.ts";

export interface Place {
  code: string;
  name: string;
  kind: "state" | "district" | "territory";
}

const territories = new Set(["AS", "GU", "MP", "PR", "VI"]);
/** Addresses of the armed forces have a "state" for the post only. */
const military = new Set(["AA", "AE", "AP"]);

/** The fifty states, the District of Columbia and the territories with a delegate. */
export const usPlaces: readonly Place[] = Object.entries(usRegions)
  .filter(([code]) => !military.has(code))
  .map(([code, name]) => ({
    code,
    name,
    kind: code === "DC" ? "district" : territories.has(code) ? "territory" : "state",
  }));

const byCode = new Map(usPlaces.map((place) => [place.code, place]));

/** Whether a code is that of a territory with a delegate; the ISO list of countries has the same codes for them. */
export function isUsTerritory(code: string): boolean {
  return territories.has(code);
}

/** The place of a postal abbreviation; a mistake in the facts is a bug and throws. */
export function placeOf(code: string): Place {
  const place = byCode.get(code);
  if (!place) throw new Error(`No US state or territory has the code ${code}`);
  return place;
}

const class1 = "AZ CA CT DE FL HI IN ME MD MA MI MN MS MO MT NE NV NJ NM NY ND OH PA RI TN TX UT VT VA WA WV WI WY";
const class2 = "AL AK AR CO DE GA ID IL IA KS KY LA ME MA MI MN MS MT NE NH NJ NM NC OK OR RI SC SD TN TX VA WV WY";

/** The two classes of a state's seats in the Senate (which third of the Senate is elected with it). */
export function senateClassesOf(code: string): (1 | 2 | 3)[] {
  const one = class1.includes(code);
  const two = class2.includes(code);
  return one && two ? [1, 2] : one ? [1, 3] : [2, 3];
}

/** The Open Civic Data id of a state, the District or a territory. */
export function placeDivisionId(code: string): string {
  return `ocd-division/country:us/${placeOf(code).kind}:${code.toLowerCase()}`;
}

/** The id of a House district; one that is the whole state (district 0) is the state's own division. */
export function houseDivisionId(code: string, district: number): string {
  return district === 0 ? placeDivisionId(code) : `${placeDivisionId(code)}/cd:${district}`;
}

/** The postal abbreviation in an id of Open Civic Data; null outside the United States. */
export function stateCodeOf(divisionId: string | null): string | null {
  return (
    /^ocd-division\/country:us\/(?:state|district|territory):([a-z]{2})/.exec(divisionId ?? "")?.[1]?.toUpperCase() ??
    null
  );
}

/** "California, 30th district". */
export function districtName(code: string, district: number): string {
  const { name, kind } = placeOf(code);
  if (district > 0) return `${name}, ${ordinal(district)} district`;
  return kind === "state" ? `${name}, at large` : name;
}

/** "Representative, California, 30th district"; territories and the District elect a delegate, Puerto Rico a commissioner. */
export function houseSeatName(code: string, district: number): string {
  if (code === "PR") return `Resident Commissioner, ${placeOf(code).name}`;
  const title = placeOf(code).kind === "state" ? "Representative" : "Delegate";
  return `${title}, ${districtName(code, district)}`;
}

function ordinal(n: number): string {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${suffix}`;
}
