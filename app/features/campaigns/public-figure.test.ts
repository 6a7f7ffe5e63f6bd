import { expect, it } from "vitest";
import { publicFigure, publicPlaces } from "#app/features/campaigns/public-figure.ts";

it("does not tell figures below ten", () => {
  expect([0, 1, 9, 10, 11, 1234].map(publicFigure)).toEqual(["<10", "<10", "<10", 10, 11, 1234]);
});

it("lists places from ten on and puts all others into one row that names none", () => {
  const places = publicPlaces([
    { stateDivisionId: "ocd-division/country:us/state:ca", n: 12 },
    { stateDivisionId: "ocd-division/country:us/state:nv", n: 9 },
    { stateDivisionId: null, n: 40 },
    { stateDivisionId: "ocd-division/country:us/state:ny", n: 30 },
  ]);
  expect(places.listed.map((place) => place.n)).toEqual([30, 12]);
  expect(places.rest).toBe(49);
});

it("tells a small rest as below ten, and none as none", () => {
  expect(publicPlaces([{ stateDivisionId: "ocd-division/country:us/state:nv", n: 3 }])).toEqual({
    listed: [],
    rest: "<10",
  });
  expect(publicPlaces([{ stateDivisionId: "ocd-division/country:us/state:nv", n: 10 }]).rest).toBeNull();
  expect(publicPlaces([])).toEqual({ listed: [], rest: null });
});
