/** One line for machines and people. */
export function print(bench: string, figure: string, value: number | string, more: Record<string, unknown> = {}): void {
  process.stdout.write(`${JSON.stringify({ bench, figure, value, ...more })}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1] ?? NaN, sorted[middle] ?? NaN];
  return (low + high) / 2;
}

/** Rounded to `digits` places. */
export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));

/**
 * Measures a contender and its limit in turn, `rounds` times, and prints the median of the ratios with their spread. Each
 * measurement answers a rate: more is better.
 */
export async function printRatio(
  bench: string,
  { contender, limit, rounds = 5 }: { contender: () => Promise<number>; limit: () => Promise<number>; rounds?: number },
): Promise<number> {
  const seen: { contender: number; limit: number }[] = [];
  for (let round = 0; round < rounds; round += 1) seen.push({ limit: await limit(), contender: await contender() });
  const ratios = seen.map((one) => one.contender / one.limit);
  const ratio = rounded(median(ratios));
  print(bench, "ratio", ratio, {
    spread: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    contenderPerSecond: Math.round(median(seen.map((one) => one.contender))),
    limitPerSecond: Math.round(median(seen.map((one) => one.limit))),
    rounds,
  });
  return ratio;
}
