import { describe, expect, it } from "vitest";
import { inBatches } from "./in-batches.ts";

describe("work in batches", () => {
  it("goes on until less than a whole one was left", async () => {
    const left = [3, 3, 1, 3];
    expect(await inBatches(3, new AbortController().signal, async () => left.shift() ?? 0)).toBe(7);
    expect(left).toEqual([3]);
  });

  it("stops between two when told to, and begins none once told", async () => {
    const stop = new AbortController();
    let begun = 0;
    const work = async () => {
      begun += 1;
      if (begun === 2) stop.abort();
      return 3;
    };
    expect(await inBatches(3, stop.signal, work)).toBe(6);
    expect(await inBatches(3, stop.signal, work)).toBe(0);
    expect(begun).toBe(2);
  });
});
