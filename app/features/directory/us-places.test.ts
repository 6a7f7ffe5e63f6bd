import { describe, expect, it } from "vitest";
import { houseDivisionId, houseSeatName, senateClassesOf, stateCodeOf, usPlaces } from "./us-places.ts";

describe("places", () => {
  it("are fifty states, one district and five territories", () => {
    const kinds = usPlaces.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "state")).toHaveLength(50);
    expect(kinds.filter((kind) => kind === "territory")).toHaveLength(5);
    expect(kinds).toHaveLength(56);
  });

  it.each([
    ["CA", 30, "Representative, California, 30th district"],
    ["TX", 1, "Representative, Texas, 1st district"],
    ["TX", 11, "Representative, Texas, 11th district"],
    ["TX", 22, "Representative, Texas, 22nd district"],
    ["TX", 23, "Representative, Texas, 23rd district"],
    ["WY", 0, "Representative, Wyoming, at large"],
    ["DC", 0, "Delegate, District of Columbia"],
    ["GU", 0, "Delegate, Guam"],
    ["PR", 0, "Resident Commissioner, Puerto Rico"],
  ] as const)("name the seat of %s %i", (state, district, name) => expect(houseSeatName(state, district)).toBe(name));

  it.each([
    ["CA", 30, "ocd-division/country:us/state:ca/cd:30"],
    ["WY", 0, "ocd-division/country:us/state:wy"],
    ["DC", 0, "ocd-division/country:us/district:dc"],
    ["PR", 0, "ocd-division/country:us/territory:pr"],
  ] as const)("have ids of Open Civic Data: %s %i", (state, district, id) => {
    expect(houseDivisionId(state, district)).toBe(id);
    expect(stateCodeOf(id)).toBe(state);
  });

  it("have two classes of senators each: 33, 33 and 34 seats", () => {
    const classes = usPlaces.filter(({ kind }) => kind === "state").flatMap(({ code }) => senateClassesOf(code));
    expect([1, 2, 3].map((n) => classes.filter((found) => found === n).length)).toEqual([33, 33, 34]);
  });
});
