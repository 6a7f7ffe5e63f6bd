import { beforeAll, describe, expect, it } from "vitest";
import { signedInAs } from "../../tests/support/accounts.ts";
import { countOneSupporter } from "../../tests/support/count-one-supporter.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { readingOnly } from "../../tests/support/reading-only.ts";
import { open } from "../../tests/support/routes.ts";
import { usedIndexes } from "../../tests/support/used-indexes.ts";
import * as campaignPage from "./staff.c.$slug._index.tsx";
import * as overview from "./staff._index.tsx";

process.env.CLOCK_OFFSET ??= clockOffset();

let slug = "";
let staff = { cookie: "" };
beforeAll(async () => {
  ({ slug } = await countOneSupporter());
  staff = await signedInAs("staff");
});

const page = (query = "") =>
  open(campaignPage, { params: { slug }, cookie: staff.cookie, url: `/staff/c/${slug}${query}` });

describe("what staff are told", () => {
  it("of every campaign: who is counted, and where the letters are", async () => {
    const { shown } = await open(overview, { cookie: staff.cookie, url: "/staff" });
    const found = shown.campaigns.find((one: { slug: string }) => one.slug === slug);
    expect(found).toMatchObject({ counted: 1, known: 1, unknown: 0, abroad: 0, today: 1, lastHour: 1, signed: 1 });
    expect(found.letters).toMatchObject({ queued: 1, accepted: 0, done: 0 });
    expect(found.letters["with-writer"]).toBeGreaterThan(0);
    expect(found.spark.at(-1)).toBe(1);
  });

  it("of one campaign: over time, by place, by source and by office", async () => {
    const { shown } = await page();
    expect(shown.figures.points.at(-1)).toMatchObject({ confirmed: 1, signed: 1, withdrawn: 0 });
    expect(shown.figures.places.divisions.map(({ code }: { code: string }) => code)).toEqual(["CA-30"]);
    expect(shown.figures.sources).toEqual([{ source: "", n: 1 }]);
    const seats = shown.offices.map(({ seat, constituents }: { seat: string; constituents: number | null }) => [
      seat,
      constituents,
    ]);
    expect(seats).toEqual(
      expect.arrayContaining([
        ["CA-30", 1],
        ["CA", 1],
        ["", null],
      ]),
    );
    expect(Object.keys(shown.shapes.paths)).toHaveLength(52);
  });

  it("of some days only: nothing below ten", async () => {
    const { shown } = await page("?places=range&by=hour");
    expect(shown.figures.places.divisions).toEqual([expect.objectContaining({ code: "CA-30", n: "*" })]);
    expect(shown.figures.sources).toEqual([{ source: "", n: "*" }]);
  });

  it("is read without writing, by indexes, and never from signatures, letters or deliveries themselves", async () => {
    await readingOnly(async () => {
      expect((await open(overview, { cookie: staff.cookie, url: "/staff" })).status).toBe(200);
      expect((await page("?places=range&by=hour")).status).toBe(200);
    });
    const { indexes, tables } = await usedIndexes(async () => {
      await open(overview, { cookie: staff.cookie, url: "/staff" });
      await page("?places=range");
      await page("?by=hour");
    });
    const large = [
      "Signature",
      "SignatureEvent",
      "Letter",
      "HandOver",
      "DeliveryEvent",
      "Tally",
      "LetterTally",
      "DeliveryTally",
    ];
    expect(tables.filter((table) => [...large, "Delivery"].includes(table))).toEqual([]);
    const ofRows = indexes.filter((index) => /^(Signature|Letter|Delivery|HandOver)(_|$)/.test(index));
    expect(ofRows).toEqual(["Delivery_letters_queued"]);
  });
});
