import type { Representation } from "#app/features/directory/representatives-of.server.ts";
import type { SignaturePlace } from "./signature.ts";

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
