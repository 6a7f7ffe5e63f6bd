/** A crossed figure below this could point at a person. */
const smallest = 10;

/** A number that may be shown, or that it is small: nothing says how small. */
export type Shown = number | "<10";

/** A figure that crosses a place or a source with days: exact from ten on, and where there is none. */
export function crossed(n: number): Shown {
  return n > 0 && n < smallest ? "<10" : n;
}

/** To compare and to draw: a small one stands in its lowest class, whatever it is. */
export function atLeast(shown: Shown): number {
  return shown === "<10" ? 1 : shown;
}
