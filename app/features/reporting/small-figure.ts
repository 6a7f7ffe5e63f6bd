/** A crossed figure below this could point at a person. */
const smallest = 10;

/** A number that may be shown, or that it is kept back: nothing says how small it is. */
export type Shown = number | "*";

/**
 * Figures that cross places or sources with days, and whose sum is known or can be found out: those below ten are kept
 * back, and with a single one, or where they come to less than ten together, the next smallest too, so that none can be
 * reckoned from the others.
 */
export function keptBack(figures: readonly number[]): Shown[] {
  const rising = figures.map((n, at) => ({ n, at })).filter(({ n }) => n > 0);
  rising.sort((a, b) => a.n - b.n);
  const hidden = new Set<number>();
  let sum = 0;
  for (const { n, at } of rising) {
    const isProtected = hidden.size === 0 || (hidden.size > 1 && sum >= smallest);
    if (n >= smallest && isProtected) break;
    hidden.add(at);
    sum += n;
  }
  return figures.map((n, at) => (hidden.has(at) ? "*" : n));
}

/** To compare and to draw: one kept back stands in its lowest class, whatever it is. */
export function atLeast(shown: Shown): number {
  return shown === "*" ? 1 : shown;
}
