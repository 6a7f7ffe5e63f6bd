import { describe, expect, it } from "vitest";
import { officeRows, sortedOffices } from "./offices.ts";
import type { AskedMeasure } from "./offices.ts";
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
  const senator = {
    officeId: "us/senate/ca/class:1/seat",
    officialId: "s",
    name: "A Senator",
    chamber: "senate",
  } as const;
  const member = { officeId: "us/house/ca/cd:30/seat", officialId: "m" };
  const given: Omit<Parameters<typeof officeRows>[0], "measure"> = {
    standing: [...standing],
    deliveries: [...deliveries],
    places: figures,
    offices: [
      { ...member, name: "A Member", chamber: "house", divisionId: `${us}/state:ca/cd:30` },
      { ...senator, divisionId: `${us}/state:ca` },
      { officeId: "us/exec/state", officialId: null, name: "A Secretary", chamber: null, divisionId: null },
    ],
  };
  const rows = officeRows({ ...given, measure: null });
  const row = (officeId: string) => rows.find((one) => one.officeId === officeId);

  it("count their constituents: a senator's are those of the state, also where the district is unknown", () => {
    expect(row("us/house/ca/cd:30/seat")).toMatchObject({ constituents: 12, seat: "CA-30" });
    expect(row(senator.officeId)).toMatchObject({ constituents: 24, seat: "CA" });
    expect(row("us/exec/state")).toMatchObject({ constituents: null, seat: "" });
    expect(row("us/house/ca/cd:4/seat")).toMatchObject({ name: null, constituents: 9, seat: "CA-4" });
  });

  it("say who has cosponsored, in the chamber of the measure alone and by the list of a day", () => {
    const measure = {
      name: "H.Res. 1",
      chamber: "house",
      asOf: "2026-11-20",
      backers: new Map(),
      holders: [],
    } as const;
    const answer = (over: Partial<AskedMeasure>, officeId = member.officeId) =>
      officeRows({ ...given, measure: { ...measure, ...over } }).find((one) => one.officeId === officeId)?.cosponsored;
    const by = (as: "sponsor" | "cosponsor", on: string | null) => ({ backers: new Map([["m", { as, on }]]) });
    expect(answer({})).toEqual({ answer: "no", on: null });
    expect(answer({ asOf: null })).toEqual({ answer: "unknown", on: null });
    expect(answer(by("cosponsor", "2026-05-03"))).toEqual({ answer: "yes", on: "2026-05-03" });
    expect(answer({ ...by("sponsor", null), asOf: null })).toEqual({ answer: "sponsor", on: null });
    expect(answer({}, senator.officeId)).toBeNull();
    // Nobody holds the seat, or the office has no chamber.
    expect([answer({}, "us/house/ca/cd:4/seat"), answer({}, "us/exec/state")]).toEqual([null, null]);
    expect(row(member.officeId)?.cosponsored).toBeNull();
  });

  it("are also those that nobody writes to, because their holders have cosponsored, where they have constituents", () => {
    const seat = (n: number) => ({
      officeId: `us/house/ca/cd:${n}/seat`,
      officialId: `m${n}`,
      name: `Member ${n}`,
      chamber: "house" as const,
      divisionId: `${us}/state:ca/cd:${n}`,
    });
    const backers = new Map([30, 4, 12].map((n) => [`m${n}`, { as: "cosponsor" as const, on: null }]));
    const measure = { name: "H.Res. 1", chamber: "house", asOf: "2026-11-20", backers } as const;
    const found = officeRows({
      ...given,
      offices: [],
      standing: [],
      deliveries: [],
      measure: { ...measure, holders: [30, 12].map(seat) },
    });
    expect(found).toMatchObject([{ name: "Member 30", constituents: 12, cosponsored: { answer: "yes" } }]);
  });

  it("never add what is not known to what went", () => {
    expect(row("us/exec/state")?.letters).toMatchObject({ accepted: 3, "unknown-sent": 1, done: 0 });
  });

  it("stand in the order that is asked for", () => {
    expect(sortedOffices(rows, "n").map(({ seat }) => seat)).toEqual(["CA", "CA-30", "CA-4", ""]);
    expect(sortedOffices(rows, "seat").map(({ seat }) => seat)).toEqual(["", "CA", "CA-4", "CA-30"]);
  });
});
