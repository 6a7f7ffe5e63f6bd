/** Public figures by place or source below this are not told: they could point at a person. */
export const smallestPublicFigure = 10;

/** A figure by place or source as the public may see it. Totals are not meant: they are exact. */
export function publicFigure(n: number): number | "<10" {
  return n < smallestPublicFigure ? "<10" : n;
}

export type PublicPlaces = {
  listed: { stateDivisionId: string; n: number }[];
  /** All smaller places and the unknown ones together; null when there are none. */
  rest: number | "<10" | null;
};

/** Places with figures that may be told, the largest first, and one row for all the rest, which names no place. */
export function publicPlaces(places: { stateDivisionId: string | null; n: number }[]): PublicPlaces {
  const listed: PublicPlaces["listed"] = [];
  let rest = 0;
  for (const { stateDivisionId, n } of places) {
    if (stateDivisionId !== null && publicFigure(n) !== "<10") listed.push({ stateDivisionId, n });
    else rest += n;
  }
  listed.sort((a, b) => b.n - a.n || (a.stateDivisionId < b.stateDivisionId ? -1 : 1));
  return { listed, rest: rest > 0 ? publicFigure(rest) : null };
}
