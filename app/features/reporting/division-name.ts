import { usRegions } from "#app/lib/region-names.ts";

const shape = /^ocd-division\/country:us\/(?:state|district|territory):([a-z]{2})(?:\/cd:(\d+))?$/;

/** What an id of Open Civic Data says of a place in the United States; null for any other. `district`: null at large. */
export function divisionOf(id: string): { state: string; district: number | null } | null {
  const [, state, district] = shape.exec(id) ?? [];
  return state === undefined ? null : { state: state.toUpperCase(), district: district ? Number(district) : null };
}

/** "CA-30", "WY": as staff say it. */
export function divisionCode(id: string): string {
  const found = divisionOf(id);
  if (!found) return id;
  return found.district === null ? found.state : `${found.state}-${found.district}`;
}

export const stateName = (code: string): string => usRegions[code] ?? code;

/** "California 30"; the state's own name where it is one district. */
export function divisionName(id: string): string {
  const found = divisionOf(id);
  if (!found) return id;
  return [stateName(found.state), found.district].filter((part) => part !== null).join(" ");
}

/** Comparable by state, then by number. */
export function divisionOrder(id: string): string {
  const found = divisionOf(id);
  return found ? `${stateName(found.state)} ${String(found.district ?? 0).padStart(3, "0")}` : id;
}
