import { describe, expect, it } from "vitest";
import { officeRows, sortedOffices } from "./offices.ts";
import { classOf, divisionClasses, placesOf, sortedDivisions, sourcesOf } from "./places.ts";
import type { PlaceFigure } from "./places.ts";
import { keptBack } from "./small-figure.ts";

const us = "ocd-division/country:us";
const figures: PlaceFigure[] = [
  { place: { reach: "known", divisionId: `${us}/state:ca/cd:30` }, n: 12 },
  { place: { reach: "known", divisionId: `${us}/state:ca/cd:4` }, n: 9 },
  { place: { reach: "unknown", stateDivisionId: `${us}/state:ca` }, n: 3 },
  { place: { reach: "known", divisionId: `${us}/state:wy` }, n: 40 },
  { place: { reach: "unknown", stateDivisionId: null }, n: 2 },
  { place: { reach: "abroad", country: "AM" }, n: 8 },
];

describe("places", () => {
  it("tell states from districts, and both from what is not known", () => {
    const { states, divisions, countries, nowhere } = placesOf(figures, false);
    expect(states).toEqual([
      { state: "WY", name: "Wyoming", n: 40, unknown: 0 },
      { state: "CA", name: "California", n: 24, unknown: 3 },
    ]);
    expect(sortedDivisions(divisions, "name").map(({ code, n }) => [code, n])).toEqual([
      ["CA-4", 9],
      ["CA-30", 12],
      ["WY", 40],
    ]);
    expect(countries).toEqual([{ country: "AM", n: 8 }]);
    expect(nowhere).toBe(2);
  });

  it("of some days only: no figure below 10 is told, none and ten are", () => {
    const crossed = placesOf(figures, true);
    expect(sortedDivisions(crossed.divisions, "n").map(({ code, n }) => [code, n])).toEqual([
      ["WY", 40],
      ["CA-30", 12],
      ["CA-4", "*"],
    ]);
    expect(crossed.states.map(({ n, unknown }) => [n, unknown])).toEqual([
      [40, 0],
      [24, "*"],
    ]);
    expect([crossed.countries, crossed.nowhere]).toEqual([[{ country: "AM", n: "*" }], "*"]);
    expect(JSON.stringify(crossed)).not.toMatch(/"n":[1-9][,}]/);
  });

  it("of some days only: the order of small figures says nothing of which is smaller", () => {
    const small = (state: string, n: number): PlaceFigure => ({
      place: { reach: "known", divisionId: `${us}/state:${state}/cd:1` },
      n,
    });
    const abroad = (country: string, n: number): PlaceFigure => ({ place: { reach: "abroad", country }, n });
    const given = [small("ny", 30), small("tx", 9), small("ca", 2), abroad("FR", 40), abroad("GB", 9), abroad("AM", 2)];
    const { states, countries } = placesOf(given, true);
    expect(states.map(({ state }) => state)).toEqual(["NY", "CA", "TX"]);
    expect(countries.map(({ country }) => country)).toEqual(["FR", "AM", "GB"]);
    expect(
      sourcesOf(
        [
          { key: "radio", n: 9 },
          { key: "mail", n: 2 },
        ],
        true,
      ),
    ).toEqual([
      { source: "mail", n: "*" },
      { source: "radio", n: "*" },
    ]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [9, 1],
    [10, 2],
    [499, 4],
    [500, 5],
    ["*", 1],
  ] as const)("%s is in class %s of a map of districts", (n, level) => {
    expect(classOf(n, divisionClasses)).toBe(level);
  });
});

describe("of some days only: no figure below 10 can be reckoned from others", () => {
  it.each([
    ["a single one takes the next with it", [9, 40, 12], ["*", 40, "*"]],
    ["two that come to ten stay alone", [3, 7, 12], ["*", "*", 12]],
    ["two that come to less do not", [1, 2, 12, 40], ["*", "*", "*", 40]],
    ["none is none, and ten is told", [0, 10, 11], [0, 10, 11]],
    ["the only one", [0, 4], [0, "*"]],
  ] as const)("%s", (_, given, shown) => {
    expect(keptBack(given)).toEqual(shown);
  });

  it("not of a district from its state, nor of a state from the sum of all", () => {
    const district = (at: string, n: number): PlaceFigure => ({
      place: { reach: "known", divisionId: `${us}/state:${at}` },
      n,
    });
    const given = [district("ca/cd:4", 9), district("ca/cd:30", 12), district("ny/cd:1", 20), district("wy", 3)];
    const { states, divisions } = placesOf([...given, district("tx/cd:1", 50)], true);
    expect(states.map(({ state, n }) => [state, n])).toEqual([
      ["TX", 50],
      ["CA", 21],
      ["NY", "*"],
      ["WY", "*"],
    ]);
    expect(divisions.map(({ code, n }) => [code, n])).toEqual([
      ["TX-1", 50],
      ["CA-4", "*"],
      ["CA-30", "*"],
      ["NY-1", "*"],
      ["WY", "*"],
    ]);
  });
});

describe("offices", () => {
  const standing = [
    { officeId: "us/house/ca/cd:30/seat", status: "done", n: 5 },
    { officeId: "us/senate/ca/class:1/seat", status: "with-writer", n: 2 },
    { officeId: "us/exec/state", status: "mailed", n: 4 },
    { officeId: "us/house/ca/cd:4/seat", status: "waiting", n: 1 },
  ] as const;
  const deliveries = [
    { groupKey: "us/exec/state", state: "accepted", reason: "", n: 3 },
    { groupKey: "us/exec/state", state: "held", reason: "unknown-sent", n: 1 },
  ] as const;
  const senator = { officeId: "us/senate/ca/class:1/seat", name: "A Senator", chamber: "senate" } as const;
  const rows = officeRows({
    standing: [...standing],
    deliveries: [...deliveries],
    places: figures,
    offices: [
      { officeId: "us/house/ca/cd:30/seat", name: "A Member", chamber: "house", divisionId: `${us}/state:ca/cd:30` },
      { ...senator, divisionId: `${us}/state:ca` },
      { officeId: "us/exec/state", name: "A Secretary", chamber: null, divisionId: null },
    ],
  });
  const row = (officeId: string) => rows.find((one) => one.officeId === officeId);

  it("count their constituents: a senator's are those of the state, also where the district is unknown", () => {
    expect(row("us/house/ca/cd:30/seat")).toMatchObject({ constituents: 12, seat: "CA-30" });
    expect(row(senator.officeId)).toMatchObject({ constituents: 24, seat: "CA" });
    expect(row("us/exec/state")).toMatchObject({ constituents: null, seat: "" });
    expect(row("us/house/ca/cd:4/seat")).toMatchObject({ name: null, constituents: 9, seat: "CA-4" });
  });

  it("never add what is not known to what went", () => {
    expect(row("us/exec/state")?.letters).toMatchObject({ accepted: 3, "unknown-sent": 1, done: 0 });
  });

  it("stand in the order that is asked for", () => {
    expect(sortedOffices(rows, "n").map(({ seat }) => seat)).toEqual(["CA", "CA-30", "CA-4", ""]);
    expect(sortedOffices(rows, "seat").map(({ seat }) => seat)).toEqual(["", "CA", "CA-4", "CA-30"]);
  });
});
