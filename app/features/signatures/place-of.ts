import type { Representation } from "#app/features/directory/representatives-of.server.ts";
import { stateCodeOf } from "#app/features/directory/us-places.ts";
import { usRegions } from "#app/lib/region-names.ts";
import type { SignaturePlace } from "./signature.ts";
import { words } from "./words.ts";

/** A ZIP code in several districts names none of them. */
export function placeOf({ mapId, stateDivisionId, houseDivisionIds }: Representation): SignaturePlace {
  const only = houseDivisionIds.length === 1 ? (houseDivisionIds[0] ?? null) : null;
  return {
    mapId,
    stateDivisionId,
    houseDivisionId: only,
    method: stateDivisionId === null && only === null ? "none" : "zip",
  };
}

/** Statuses that leave a writer without members of Congress whom another ZIP code might name. */
const mendable = ["unknown_zip", "military", "state_only"] as const;

/** What to say of such a ZIP code; null of every other. */
export function placeNoteOf(
  { status }: Pick<Representation, "status">,
  postalCode: string,
  locale: string,
): string | null {
  const found = mendable.find((one) => one === status);
  return found ? words(locale)(`place.${found}`, { postalCode }) : null;
}

/**
 * The state in which a ZIP code lies, where the form names another: such a letter would tell an office that its writer
 * lives elsewhere. Null where they agree or nothing can be said.
 */
export function stateElsewhere(
  { country, region }: { country: string; region: string },
  { stateDivisionId }: Pick<Representation, "stateDivisionId">,
): string | null {
  const code = stateCodeOf(stateDivisionId);
  if (country !== "US" || region === "" || code === null || code === region) return null;
  return Object.entries(usRegions).find(([one]) => one === code)?.[1] ?? null;
}
