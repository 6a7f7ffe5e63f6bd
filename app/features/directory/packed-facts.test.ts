import { describe, expect, it } from "vitest";
import { directoryRows } from "./internal/directory-rows.ts";
import { parsePacked, readPackedTexts } from "./internal/read-packed.server.ts";
import { decodeRuns, encodeRuns } from "./internal/postal-runs.ts";
import { parseCsv } from "./internal/csv.ts";

const { texts, digest } = await readPackedTexts("prisma/data");
const facts = parsePacked(texts);
const rows = directoryRows(facts);

describe("the packed facts", () => {
  it("hold every ZCTA and district of the 119th Congress", () => {
    expect(facts.areas.size).toBe(33_791);
    expect(rows.areas).toHaveLength(40_066);
    expect(rows.offices.filter(({ chamber }) => chamber === "house")).toHaveLength(441);
    expect(rows.offices.filter(({ chamber }) => chamber === "senate")).toHaveLength(100);
    expect(facts.manifest.asOf).toBe("2026-06-15");
  });

  it("keep leading zeros", () => {
    expect(facts.areas.get("00601")).toEqual([{ state: "PR", district: 0, isPrimary: true }]);
    expect(facts.areas.get("02139")?.map(({ district }) => district)).toEqual([5, 7]);
    expect([...facts.areas.keys()].every((code) => /^\d{5}$/.test(code))).toBe(true);
  });

  it("give each member a seat of his own that exists", () => {
    const offices = new Set(rows.offices.map(({ id }) => id));
    const seats = rows.terms.map(({ officeId }) => officeId);
    expect(seats).toHaveLength(537);
    expect(new Set(seats).size).toBe(537);
    expect(seats.filter((seat) => !offices.has(seat))).toEqual([]);
  });

  it("greet each member by a family name that their shown name has", () => {
    expect(facts.members.members.filter(({ family, display }) => !display.includes(family))).toEqual([]);
  });

  it("have ids that are unique, and rows that point to each other", () => {
    for (const table of [rows.divisions, rows.offices, rows.officials, rows.contacts]) {
      expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
    }
    const divisions = new Set(rows.divisions.map(({ id }) => id));
    expect(rows.areas.filter(({ divisionId }) => !divisions.has(divisionId))).toEqual([]);
  });

  it("say what a member's form asks for, and when somebody looked", () => {
    const forms = rows.contacts.filter(({ channel }) => channel === "web-form");
    expect(forms).toHaveLength(272);
    expect(forms.filter(({ needs }) => needs)).toHaveLength(270);
    expect(forms.every(({ asOf }) => /^\d{4}-\d\d-\d\d$/.test(asOf))).toBe(true);
  });

  it("write to no real address by e-mail", () => {
    const addresses = rows.contacts.filter(({ channel }) => channel === "email").map(({ value }) => value);
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.filter((address) => !/^[a-z.]+@[a-z-]+\.example$/.test(address))).toEqual([]);
  });

  it("are refused when a file was changed by hand", () => {
    const changed = new Map(texts).set("us-members.json", `${texts.get("us-members.json")} `);
    expect(() => parsePacked(changed)).toThrow(/changed by hand/);
  });

  it("have a digest as version", () => expect(digest).toMatch(/^[0-9a-f]{64}$/));
});

describe("runs", () => {
  it("give back what they were made from", () => expect(decodeRuns(encodeRuns(facts.areas))).toEqual(facts.areas));

  it("join neighbours with the same districts, and no gap", () => {
    const ca30 = [{ state: "CA", district: 30, isPrimary: true }];
    const areas = new Map([
      ["91201", ca30],
      ["91202", ca30],
      ["91203", ca30],
      ["91205", ca30],
    ]);
    expect(encodeRuns(areas)).toEqual({ "912": "CA30*:01-03,05" });
  });
});

it("reads CSV with quotes, empty last fields and both line ends", () => {
  expect(parseCsv('a,b\r\n"x, ""y""",1\n2,\n')).toEqual([
    { a: 'x, "y"', b: "1" },
    { a: "2", b: "" },
  ]);
});
