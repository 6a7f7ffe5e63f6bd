import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, sql } from "#app/lib/db.server.ts";
import { usRegions } from "#app/lib/region-names.ts";
import { directoryAsOf } from "./directory-as-of.server.ts";
import { loadDirectory } from "./load-directory.server.ts";
import {
  officesByIds,
  recipientsByKeys,
  recipientsEverByKeys,
  representativeOfDivision,
} from "./recipients-of.server.ts";
import { representativesOf } from "./representatives-of.server.ts";

const us = "ocd-division/country:us";
const by = (now = "2026-11-24T12:00:00Z"): By => ({ actor: "visitor", now: new Date(now) });
const lookUp = (postalCode: string, now?: string, country = "US") =>
  representativesOf(by(now), { country, postalCode });
const namesIn = async (postalCode: string) => (await lookUp(postalCode)).officials.map(({ name }) => name);
const countOf = async (table: string) => {
  const [row] = await sql(`test count ${table}`, `select count(*) as n from "${table}"`, [], z.object({ n: count }));
  return row?.n;
};

beforeAll(async () => {
  const outcomes = await Promise.all([loadDirectory(by()), loadDirectory(by()), loadDirectory(by())]);
  expect(outcomes.sort()).toEqual(["loaded", "present", "present"]);
});

describe("loadDirectory", () => {
  it("changes nothing the second time", async () => {
    expect(await loadDirectory(by())).toBe("present");
    expect(await countOf("DirectoryImport")).toBe(1);
    expect(await countOf("PostalArea")).toBe(40_066);
    expect(await countOf("Term")).toBe(537);
    expect(await directoryAsOf(by())).toBe("2026-06-15");
  });
});

describe("representativesOf", () => {
  it("resolves a ZIP code in one district", async () => {
    const found = await lookUp("91205");
    expect(found).toMatchObject({
      status: "resolved",
      stale: false,
      mapId: "us-cd-119",
      stateDivisionId: `${us}/state:ca`,
      houseDivisionIds: [`${us}/state:ca/cd:30`],
      vacancies: [],
    });
    expect(found.officials.map(({ name, officeName }) => [name, officeName])).toEqual([
      ["Laura Friedman", "Representative, California, 30th district"],
      ["Alex Padilla", "Senator for California"],
      ["Adam B. Schiff", "Senator for California"],
    ]);
  });

  it("lists every candidate for a ZIP code in two districts, and the senators", async () => {
    const found = await lookUp("02139");
    expect(found.status).toBe("ambiguous");
    expect(found.houseDivisionIds).toEqual([`${us}/state:ma/cd:7`, `${us}/state:ma/cd:5`]);
    expect(found.officials.map(({ name }) => name)).toEqual([
      "Ayanna Pressley",
      "Katherine M. Clark",
      "Edward J. Markey",
      "Elizabeth Warren",
    ]);
  });

  it("gives a ZIP code in two states no state, and both states' senators", async () => {
    const found = await lookUp("02861");
    expect(found.status).toBe("ambiguous");
    expect(found.stateDivisionId).toBeNull();
    expect(found.officials.filter(({ chamber }) => chamber === "senate").map(({ stateCode }) => stateCode)).toEqual([
      "MA",
      "MA",
      "RI",
      "RI",
    ]);
  });

  it("knows an empty seat in the House, and still the senators", async () => {
    const found = await lookUp("94587");
    expect(found).toMatchObject({ status: "vacant", vacancies: [`${us}/state:ca/cd:14`] });
    expect(found.officials.map(({ chamber }) => chamber)).toEqual(["senate", "senate"]);
  });

  it("takes an appointed senator's term as over on its last day", async () => {
    const before = await lookUp("43004", "2026-11-03T16:59:59Z");
    const after = await lookUp("43004");
    expect(before.officials.map(({ name }) => name)).toContain("Jon Husted");
    expect(after.officials.map(({ name }) => name)).not.toContain("Jon Husted");
    expect(after.vacancies).toEqual([`${us}/state:oh`]);
    expect(after.status).toBe("resolved");
  });

  it.each([
    ["20001", "Delegate, District of Columbia", `${us}/district:dc`],
    ["00601", "Resident Commissioner, Puerto Rico", `${us}/territory:pr`],
    ["96910", "Delegate, Guam", `${us}/territory:gu`],
    ["00802", `Delegate, ${usRegions.VI}`, `${us}/territory:vi`],
    ["96799", "Delegate, American Samoa", `${us}/territory:as`],
    ["96950", "Delegate, Northern Mariana Islands", `${us}/territory:mp`],
  ])("gives %s a delegate without a vote and no senator", async (code, officeName, division) => {
    const found = await lookUp(code);
    expect(found).toMatchObject({ status: "resolved", divisions: [division], vacancies: [] });
    expect(found.officials).toHaveLength(1);
    expect(found.officials[0]).toMatchObject({
      officeName,
      kind: "house-delegate-seat",
      hasFloorVote: false,
      canCosponsor: true,
    });
  });

  it("names the seat of a state with one district", async () => {
    const found = await lookUp("82001");
    expect(found.divisions).toEqual([`${us}/state:wy`]);
    expect(found.officials[0]).toMatchObject({ divisionName: "Wyoming, at large", kind: "house-seat" });
    expect(found.officials).toHaveLength(3);
  });

  it.each([
    ["10008", "state_only"],
    ["72643", "state_only"],
    ["09001", "military"],
    ["34002", "military"],
    ["96201", "military"],
    ["96939", "no_representation"],
    ["96941", "no_representation"],
    ["96960", "no_representation"],
    ["00000", "unknown_zip"],
    ["1234", "invalid_format"],
  ])("answers %s with %s", async (code, status) => expect((await lookUp(code)).status).toBe(status));

  it("lets a whole code override its prefix", async () => {
    expect((await lookUp("72643")).stateDivisionId).toBe(`${us}/state:mo`);
    expect(await namesIn("10008")).toEqual(["Kirsten E. Gillibrand", "Charles E. Schumer"]);
  });

  it("sends nobody abroad to the Congress, and everybody in Puerto Rico", async () => {
    expect(await lookUp("0010", undefined, "AM")).toMatchObject({ status: "no_representation", officials: [] });
    expect((await lookUp("00601", undefined, "PR")).status).toBe("resolved");
  });

  it("is stale when the congress is over (fault 57): the House's seats are empty, senators go on", async () => {
    expect(await lookUp("91205", "2027-01-03T16:59:59Z")).toMatchObject({ stale: false, status: "resolved" });
    const found = await lookUp("91205", "2027-01-03T17:00:00Z");
    expect(found).toMatchObject({ stale: true, status: "vacant", vacancies: [`${us}/state:ca/cd:30`] });
    expect(found.officials.map(({ name }) => name)).toEqual(["Alex Padilla", "Adam B. Schiff"]);
  });
});

describe("recipients", () => {
  it("are found by key: a member by Bioguide id, an office by its own", async () => {
    const [member, office] = await recipientsByKeys(by(), ["F000483", "us/exec/state", "X000000"]);
    expect(member).toMatchObject({
      key: "F000483",
      given: "Laura",
      family: "Friedman",
      salutation: null,
      stateCode: "CA",
    });
    expect(office).toMatchObject({
      key: "us/exec/state",
      name: "The Secretary of State",
      officeName: "US Department of State",
      officialId: null,
      salutation: "Secretary of State",
    });
  });

  it("are gone with the term, but not from letters already written", async () => {
    const now = by("2027-01-04T00:00:00Z");
    expect(await recipientsByKeys(now, ["F000483"])).toEqual([]);
    expect(await recipientsEverByKeys(now, ["F000483"])).toMatchObject([{ name: "Laura Friedman" }]);
  });

  it("offer the office's form with what it asks for, else the site", async () => {
    const [withForm, without] = await recipientsByKeys(by(), ["A000055", "A000148"]);
    expect(withForm?.contacts[0]).toMatchObject({ channel: "web-form", captcha: true, asOf: "2023-01-03" });
    expect(withForm?.contacts[0]?.needs).toContain("ADDRESS_ZIP5");
    expect(without?.contacts.map(({ channel }) => channel)).toEqual(["site", "phone", "post"]);
  });

  it("are found by office and by district, where the seat is held", async () => {
    const offices = await officesByIds(by(), [
      "us/house/ca/cd:30/seat",
      "us/house/ca/cd:14/seat",
      "eu/parliament",
      "az/government",
    ]);
    expect(offices.map(({ key, disclosure }) => [key, disclosure])).toEqual([
      ["F000483", "letter"],
      ["eu/parliament", "letter"],
      ["az/government", "count-only"],
    ]);
    expect((await representativeOfDivision(by(), `${us}/state:ca/cd:30`))?.key).toBe("F000483");
    expect(await representativeOfDivision(by(), `${us}/state:ca`)).toBeNull();
    expect(await representativeOfDivision(by(), `${us}/state:ca/cd:14`)).toBeNull();
  });
});
