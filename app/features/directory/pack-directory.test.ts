import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { packDirectory } from "./pack-directory.ts";

const folder = await mkdtemp(join(tmpdir(), "pack-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const term = { type: "rep", start: "2025-01-03", end: "2027-01-03", state: "CA", district: 30, party: "Democrat" };
const upstream = {
  "legislators-current.json": JSON.stringify([
    {
      id: { bioguide: "F000483" },
      name: { first: "Laura", last: "Friedman", official_full: "Laura Friedman" },
      terms: [
        { ...term, start: "2023-01-03", district: 1 },
        { ...term, url: "https://friedman.house.gov", address: "1 Hall Washington DC 20515", phone: "202-555-0100" },
      ],
    },
    {
      id: { bioguide: "A000001" },
      name: { first: "Ann", last: "Sample", suffix: "Jr." },
      terms: [{ ...term, type: "sen", district: undefined, class: 1, how: "appointment" }],
    },
  ]),
  "contact-forms.csv":
    "bioguide,url,source,captcha,required_fields,last_changed\nF000483,,none,,,\n" +
    "A000001,https://sample.senate.gov/contact,contact-congress,1,EMAIL MESSAGE,2023-01-03\n",
  "zcta-cd119.csv": "zcta,state,district,primary,source\n91205,CA,30,1,census\n00601,PR,0,1,census\n",
  "zip3-state.csv": "zip3,state,other_states,kind\n005,NY,,po_box_or_unique\n",
  "special-zips.csv": 'zip,area,kind,note\n96939,PW,freely_associated,"Palau, no member"\n',
};

async function pack(changed: Partial<typeof upstream> = {}) {
  for (const [file, text] of Object.entries({ ...upstream, ...changed })) await writeFile(join(folder, file), text);
  const manifest = await packDirectory({ from: folder, to: folder, asOf: "2026-06-15" });
  const read = async (file: string) => JSON.parse(await readFile(join(folder, file), "utf8"));
  return { manifest, read };
}

it("packs members with their latest term, forms, codes and prefixes", async () => {
  const { manifest, read } = await pack();
  expect((await read("us-members.json")).members).toEqual([
    {
      ...{ bioguide: "A000001", given: "Ann", family: "Sample", display: "Ann Sample Jr.", state: "CA", class: 1 },
      ...{ start: "2025-01-03", end: "2027-01-03", how: "appointment", party: "Democrat" },
      form: { url: "https://sample.senate.gov/contact", needs: 0, captcha: true, asOf: "2023-01-03" },
    },
    {
      ...{ bioguide: "F000483", given: "Laura", family: "Friedman", display: "Laura Friedman", state: "CA" },
      ...{ district: 30, start: "2025-01-03", end: "2027-01-03", party: "Democrat" },
      ...{ site: "https://friedman.house.gov", phone: "202-555-0100", post: "1 Hall, Washington, DC 20515" },
    },
  ]);
  expect((await read("us-postal-areas.json")).runs).toEqual({ "006": "PR0*:01", "912": "CA30*:05" });
  expect((await read("us-postal-prefixes.json")).prefixes).toEqual({
    "005": "NY point",
    "96939": "PW freely-associated",
  });
  expect(manifest.asOf).toBe("2026-06-15");
  expect((await pack()).manifest).toEqual(manifest);
});

it("gives a member the family name under which they are shown, so that a greeting agrees with the heading", async () => {
  const familyOf = async (last: string, shown: string) => {
    const name = { first: "Sample", last, official_full: shown };
    const { read } = await pack({
      "legislators-current.json": JSON.stringify([{ id: { bioguide: "H000001" }, name, terms: [term] }]),
    });
    return (await read("us-members.json")).members[0].family;
  };
  expect(await familyOf("Hernández Rivera", "Pablo José Hernández")).toBe("Hernández");
  expect(await familyOf("Cortez Masto", "Catherine Cortez Masto")).toBe("Cortez Masto");
  expect(await familyOf("King", "Angus S. King, Jr.")).toBe("King");
  expect(await familyOf("Other", "Sample Name")).toBe("Other");
});

it("refuses a code that lost its leading zero", async () => {
  const districts = "zcta,state,district,primary,source\n601,PR,0,1,census\n";
  await expect(pack({ "zcta-cd119.csv": districts })).rejects.toThrow(/leading zero/);
});

it("refuses a kind of prefix that it does not know", async () => {
  const prefixes = "zip3,state,other_states,kind\n005,NY,,new\n";
  await expect(pack({ "zip3-state.csv": prefixes })).rejects.toThrow(/unknown kind/);
});
