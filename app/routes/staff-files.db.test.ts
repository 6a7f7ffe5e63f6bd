import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { tableNames } from "#app/features/reporting/tables.ts";
import { none, sql } from "#app/lib/db.server.ts";
import { signedInAs } from "../../tests/support/accounts.ts";
import { countOneSupporter, personalOfCounted } from "../../tests/support/count-one-supporter.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { open, post } from "../../tests/support/routes.ts";
import * as campaignPage from "./staff.c.$slug._index.tsx";
import * as campaignCsv from "./staff.c.$slug.csv.$table.ts";
import * as overview from "./staff._index.tsx";
import * as overviewCsv from "./staff.csv.ts";

process.env.CLOCK_OFFSET ??= clockOffset();

let campaignId = "";
let slug = "";
let staff = { cookie: "" };
beforeAll(async () => {
  ({ campaignId, slug } = await countOneSupporter());
  staff = await signedInAs("staff");
});

const page = (query = "", cookie = staff.cookie) =>
  open(campaignPage, { params: { slug }, cookie, url: `/staff/c/${slug}${query}` });

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
    for (const text of personalOfCounted) expect(answer.toLowerCase()).not.toContain(text.toLowerCase());
  }
});

it("the address of a file leads to the page that has its button, in the same view, and takes nothing away", async () => {
  const params = { slug, table: "districts" };
  const opened = (cookie: string) =>
    open(campaignCsv, { params, cookie, url: `/staff/c/${slug}/csv/districts?by=week&places=range` });
  expect((await opened(staff.cookie)).location).toMatch(new RegExp(`^/staff/c/${slug}\\?.*by=week&places=range$`));
  expect((await open(overviewCsv, { cookie: staff.cookie })).location).toBe("/staff");
  const { cookie } = await signedInAs("organizer");
  await expect(opened(cookie)).rejects.toMatchObject({ status: 404 });
  await expect(open(overviewCsv, { cookie })).rejects.toMatchObject({ status: 404 });
});

it("whoever takes a file away is written down, with what they took", async () => {
  const reader = await signedInAs("staff");
  await campaignCsv.action(csvArgs("districts", reader.cookie, "?places=range&by=hour"));
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

it("an unknown campaign and an unknown table are no file", async () => {
  const status = (params: Record<string, string>) =>
    post(campaignCsv, {}, { cookie: staff.cookie, params }).then(
      (answer) => answer.status,
      (thrown: Response) => thrown.status,
    );
  expect(await status({ slug: "nothing", table: "series" })).toBe(404);
  expect(await status({ slug, table: "signers" })).toBe(404);
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
