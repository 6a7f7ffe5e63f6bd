/**
 * Repeats `work`, which does up to `batch` at a time and answers how many, until less than a whole batch was left, or
 * `signal` says stop: a scheduled job ends between two batches. Answers the sum.
 */
export async function inBatches(
  batch: number,
  signal: AbortSignal | undefined,
  work: () => Promise<number>,
): Promise<number> {
  let sum = 0;
  for (let done = batch; done === batch && !signal?.aborted; sum += done) done = await work();
  return sum;
}
