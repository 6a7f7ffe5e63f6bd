import { expect, it } from "vitest";
import { apart, drawLines } from "./line-drawing.ts";

const box = { width: 800, height: 286, left: 44, right: 80, top: 16, bottom: 36 };

it("begins at zero, with at most five levels", () => {
  for (const most of [0, 1, 7, 99, 1480, 3_000_000]) {
    const { levels } = drawLines([[0, most]], box, 6);
    expect(levels[0]).toEqual({ y: 250, n: 0 });
    expect(levels.length).toBeLessThanOrEqual(5);
    expect(levels.at(-1)?.n).toBeGreaterThanOrEqual(most > 4 ? most / 1.5 : 0);
  }
});

it("names the first point, the last, and no more than fit", () => {
  for (const points of [1, 2, 14, 16, 90, 366]) {
    const { ticks } = drawLines([Array.from({ length: points }, () => 1)], box, 6);
    expect(ticks.map(({ index }) => index)).toContain(points - 1);
    expect(ticks[0]?.index).toBe(0);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(new Set(ticks.map(({ index }) => index)).size).toBe(ticks.length);
  }
});

it("no coordinate is other than a number, also of one point", () => {
  for (const line of [[5], [], [0, 0]])
    expect(JSON.stringify(drawLines([line], box, 3))).not.toMatch(/NaN|null|Infinity/);
});

it("keeps two names apart", () => {
  expect(apart(100, 104, 16)).toEqual([94, 110]);
  expect(apart(100, 140, 16)).toEqual([100, 140]);
});
