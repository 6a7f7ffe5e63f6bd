import type { DistrictShapes } from "./district-map.tsx";
import drawings from "./district-drawings.json" with { type: "json" };

const byState = new Map(Object.entries(drawings as Record<string, DistrictShapes>));

/** The districts of a state as paths, by its postal code; null where it is one district, or none that is drawn. */
export function districtShapes(state: string | null): DistrictShapes | null {
  return state === null ? null : (byState.get(state) ?? null);
}
