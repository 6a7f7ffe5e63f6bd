/** A stream of chance that one number decides: the same seed, the same choices in the same order. */
export interface Chance {
  /** At least `from`, less than `to`. */
  between: (from: number, to: number) => number;
  /** A whole number, less than `to`. */
  below: (to: number) => number;
  /** True once in so many. */
  oneIn: (n: number) => boolean;
  shuffled: <T>(list: readonly T[]) => T[];
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (to: number) => Math.floor(next() * to);
  return {
    between: (from, to) => from + next() * (to - from),
    below,
    oneIn: (n) => below(n) === 0,
    shuffled: (list) => {
      const rest = [...list];
      return list.map(() => rest.splice(below(rest.length), 1)[0]) as typeof rest;
    },
  };
}

/** The seed of a run: `SOAK_SEED`, or a new one. It is printed, so that a run can be had again. */
export const seedOf = (): number => Number(process.env.SOAK_SEED) || (Date.now() % 1_000_000_007) + 1;
