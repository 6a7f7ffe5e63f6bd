import { expect, it } from "vitest";
import { lastDays, pointsOf } from "./series.ts";
import type { SeriesCell } from "./series.ts";
import { viewOf } from "./view.ts";

const now = new Date("2026-11-24T12:30:00Z");
const view = (query: string) => viewOf(new URLSearchParams(query), now);
const cell = (cube: SeriesCell["cube"], bucket: string, n: number) => ({ cube, bucket, n });

it("has every day of the range, also those on which nothing was counted", () => {
  const cells = [cell("day", "2026-11-22", 3), cell("signed", "2026-11-22", 5), cell("withdrawn", "2026-11-24", 1)];
  expect(pointsOf(cells, view("from=2026-11-22"), now)).toEqual([
    { bucket: "2026-11-22", confirmed: 3, signed: 5, withdrawn: 0 },
    { bucket: "2026-11-23", confirmed: 0, signed: 0, withdrawn: 0 },
    { bucket: "2026-11-24", confirmed: 0, signed: 0, withdrawn: 1 },
  ]);
});

it("adds days up to weeks that begin on Mondays", () => {
  const cells = [cell("day", "2026-11-22", 3), cell("day", "2026-11-23", 2), cell("day", "2026-11-24", 1)];
  const points = pointsOf(cells, view("by=week&from=2026-11-22"), now);
  expect(points.map(({ bucket, confirmed }) => [bucket, confirmed])).toEqual([
    ["2026-11-16", 3],
    ["2026-11-23", 3],
  ]);
});

it("ends with the running hour, and says nothing of who signed by the hour", () => {
  const points = pointsOf([cell("hour", "2026-11-24T12", 4)], view("by=hour&from=2026-11-24"), now);
  expect(points).toHaveLength(13);
  expect(points.at(-1)).toEqual({ bucket: "2026-11-24T12", confirmed: 4, signed: null, withdrawn: null });
});

it("a spark has one figure a day, today last", () => {
  expect(lastDays([{ day: "2026-11-22", n: 7 }], 4, now)).toEqual([0, 7, 0, 0]);
});
