import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { foldDeliveryTallies } from "#app/features/delivery/fold-delivery-tallies.server.ts";
import { foldLetterTallies } from "#app/features/letters/fold-letter-tallies.server.ts";
import { foldTallies } from "#app/features/signatures/fold-tallies.server.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { none, sql } from "#app/lib/db.server.ts";
import { signedInAs } from "../../tests/support/accounts.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { mailedToken } from "../../tests/support/outbox.ts";
import { readingOnly } from "../../tests/support/reading-only.ts";
import { by, demoCampaign, open, post, typed } from "../../tests/support/routes.ts";
import { usedIndexes } from "../../tests/support/used-indexes.ts";
import * as confirm from "./confirm.$token._index.tsx";
import * as letter from "./c.$slug.letter._index.tsx";
import * as sign from "./c.$slug.sign.tsx";
import * as campaignPage from "./staff.c.$slug._index.tsx";
import * as campaignCsv from "./staff.c.$slug.csv.$table.ts";
import * as overview from "./staff._index.tsx";
import * as overviewCsv from "./staff.csv.ts";
import { tableNames } from "#app/features/reporting/tables.ts";

process.env.CLOCK_OFFSET ??= clockOffset();

const slug = "detained";
/** Typed by a supporter; none of it may be told to staff. */
const person = {
  givenName: "Zaruhi",
  familyName: "Sentinella-Qwx",
  email: "zaruhi.sentinella@example.org",
  streetAddress: "77 Sentinel Street",
  locality: "Sentinelville",
  region: "CA",
  postalCode: "91205",
};
const ownWords = "My grandmother was born in Sentinelakert";
const personal = [...Object.values(person), "Sentinelakert", "zaruhi"].filter((text) => text !== "CA");

let campaignId = "";
let staff = { cookie: "" };

beforeAll(async () => {
  campaignId = await demoCampaign();
  staff = await signedInAs("staff");
  const params = { slug };
  const signed = await post(sign, typed(person), { params });
  const page = await open(letter, { params, cookie: signed.cookie });
  const campaign = await campaignById(by(), campaignId);
  if (!campaign) throw new Error("no campaign");
  const { recipients } = await recipientsFor(by(), campaign, { country: "US", postalCode: person.postalCode });
  const ticked = recipients.map(({ key }): [string, string] => ["recipient", key]);
  const body = `${String(page.shown.body ?? "")}\n\n${ownWords}`;
  const approved = await post(letter, [["body", body], ...ticked], { params, cookie: signed.cookie });
  expect(approved.status).toBe(303);
  const token = await mailedToken(campaignId, person.email);
  const shown = await open(confirm, { params: { token } });
  const [, texts = ""] = /"texts":"(\w+)"/.exec(JSON.stringify(shown.shown)) ?? [];
  const confirmed = await post(confirm, { texts }, { params: { token } });
  expect(confirmed.status).toBe(303);
  await foldTallies(by());
  await foldLetterTallies(by());
  await foldDeliveryTallies(by());
});

const page = (query = "", cookie = staff.cookie) =>
  open(campaignPage, { params: { slug }, cookie, url: `/staff/c/${slug}${query}` });

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
    const { shown } = await page("?places=range");
    expect(shown.figures.places.divisions).toEqual([expect.objectContaining({ code: "CA-30", n: "<10" })]);
    expect(shown.figures.sources).toEqual([{ source: "", n: "<10" }]);
  });

  it("fault 41: no name, address or text of anybody who signed, on any page and in any file", async () => {
    const answers = [
      await open(overview, { cookie: staff.cookie, url: "/staff" }),
      await page(),
      await page("?by=hour&places=range&rows=offices&state=CA"),
      await page("?by=week"),
    ].map(({ shown }) => JSON.stringify(shown));
    for (const table of tableNames) answers.push(await fileOf(table));
    answers.push(await overviewFile());
    expect(answers).toHaveLength(5 + tableNames.length);
    for (const answer of answers) {
      expect(answer.length).toBeGreaterThan(20);
      for (const text of personal) expect(answer.toLowerCase()).not.toContain(text.toLowerCase());
    }
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

describe("who reads figures", () => {
  it("staff and admins; nobody else knows that there are any", async () => {
    const [admin, organizer] = [await signedInAs("admin"), await signedInAs("organizer", [campaignId])];
    const status = async (asked: Promise<{ status: number }>) =>
      asked.then(
        (answer) => answer.status,
        (thrown: Response) => thrown.status,
      );
    for (const [cookie, expected] of [
      [admin.cookie, 200],
      [staff.cookie, 200],
      [organizer.cookie, 404],
      ["", 303],
    ] as const) {
      expect(await status(open(overview, { cookie, url: "/staff" }))).toBe(expected);
      expect(await status(page("", cookie))).toBe(expected);
    }
    for (const [cookie, expected] of [
      [organizer.cookie, 404],
      ["", 401],
    ] as const) {
      expect(await status(post(overviewCsv, {}, { cookie }))).toBe(expected);
      expect(await status(post(campaignCsv, {}, { cookie, params: { slug, table: "offices" } }))).toBe(expected);
    }
    const unknown = { cookie: staff.cookie, params: { slug: "nothing", table: "series" } };
    expect(await status(open(campaignPage, unknown))).toBe(404);
    expect(await status(post(campaignCsv, {}, unknown))).toBe(404);
    expect(await status(post(campaignCsv, {}, { ...unknown, params: { slug, table: "signers" } }))).toBe(404);
  });

  it("whoever takes a file away is written down, with what they took", async () => {
    const reader = await signedInAs("staff");
    await campaignCsv.action(csvArgs("districts", reader.cookie, "?places=range"));
    const events = await sql(
      "test-audit",
      `select "action", "subjectKind", "subjectId", "change" from "AuditEvent" where "actorId" = $1`,
      [reader.id],
      none,
    );
    expect(events).toEqual([
      {
        action: "figures-exported",
        subjectKind: "campaign",
        subjectId: campaignId,
        change: { table: "districts", rows: 1, query: expect.stringContaining("places=range") },
      },
    ]);
  });
});

it("fault 30: a campaign's title that a spreadsheet would run is text in the file", async () => {
  const rename = (title: string) =>
    sql("test-rename", `update "CampaignText" set "title" = $2 where "campaignId" = $1`, [campaignId, title], none);
  const [was] = await sql(
    "test-title",
    `select "title" from "CampaignText" where "campaignId" = $1`,
    [campaignId],
    z.object({ title: z.string() }),
  );
  await rename(`=HYPERLINK("https://evil.example","x")`);
  try {
    expect(await overviewFile()).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`);
  } finally {
    await rename(was?.title ?? "");
  }
});

function csvArgs(table: string, cookie = staff.cookie, query = "") {
  const url = `http://localhost/staff/c/${slug}/csv/${table}${query}`;
  const request = new Request(url, { method: "POST", headers: { cookie } });
  return { request, params: { slug, table }, context: { network: "192.0.2.1", loopback: false } };
}

async function fileOf(table: string): Promise<string> {
  const answer = await campaignCsv.action(csvArgs(table));
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return answer.text();
}

async function overviewFile(): Promise<string> {
  const request = new Request("http://localhost/staff/csv", { method: "POST", headers: { cookie: staff.cookie } });
  return (await overviewCsv.action({ request, params: {}, context: { network: "", loopback: false } })).text();
}
