/* eslint-disable max-lines -- the limit is for routes; this tries several of them on one database */
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { foldLetterTallies } from "#app/features/letters/fold-letter-tallies.server.ts";
import { templatesOf } from "#app/features/letters/templates-of.server.ts";
import { postalCodeCookie } from "#app/http/postal-code-cookie.server.ts";
import { minutes } from "#app/lib/time.ts";
import { forgetCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { sql } from "#app/lib/db.server.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, formOf, organizers } from "../../tests/support/organizers.ts";
import { mailedToken } from "../../tests/support/outbox.ts";
import { by, open, post, typed } from "../../tests/support/routes.ts";
import * as campaignRoute from "./c.$slug._index.tsx";
import * as letterRoute from "./c.$slug.letter._index.tsx";
import * as signRoute from "./c.$slug.sign.tsx";
import * as thanksRoute from "./c.$slug.thanks.tsx";
import * as confirmRoute from "./confirm.$token._index.tsx";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as previewRoute from "./organize.c.$slug.preview.letters.tsx";
import * as publishRoute from "./organize.c.$slug.publish._index.tsx";
import * as measureRoute from "./organize.measures.$id._index.tsx";
import * as pastedRoute from "./organize.measures.$id.pasted.tsx";
import * as tickedRoute from "./organize.measures.$id.ticked.tsx";
import * as measuresRoute from "./organize.measures._index.tsx";
import * as csvRoute from "./staff.c.$slug.csv.$table.ts";
import * as staffRoute from "./staff.c.$slug._index.tsx";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

type Cast = Awaited<ReturnType<typeof organizers>>;
let ann: Cast["ann"];
let staff: Cast["staff"];
beforeAll(async () => {
  ({ ann, staff } = await organizers());
});

/** No resolution of that number is meant: it stands for one. */
const hres = { congress: "119", type: "hres", number: "99999", title: "A sample resolution", stage: "committee" };
const id = "119-hres-99999";
const own = (of = id) => ({ params: { id: of }, cookie: ann.cookie });
const slug = "detained";
const friedman = "bioguide:F000483";

/** As api.congress.gov answers. */
const answerOf = (lines: [id: string, name: string, withdrawn?: string][], number = "99999") =>
  JSON.stringify({
    cosponsors: lines.map(([bioguideId, fullName, sponsorshipWithdrawnDate]) => ({
      bioguideId,
      fullName,
      sponsorshipDate: "2026-05-03",
      sponsorshipWithdrawnDate,
    })),
    pagination: { count: lines.length },
    request: { congress: "119", billType: "hres", billNumber: number },
  });

/** Posts a list as a file. */
async function upload(fields: Record<string, string>, file: string): Promise<{ status: number }> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set("file", new File([file], "cosponsors.json", { type: "application/json" }));
  const request = new Request("http://localhost/", { method: "POST", body, headers: { cookie: ann.cookie } });
  const made = await pastedRoute.action({ request, params: { id }, context: { network: "192.0.2.1" } } as never);
  return made instanceof Response ? made : { status: made.init?.status ?? 200 };
}

const codes = (faults: { field: string }[]) => faults.map(({ field }) => field);

describe("an organizer without script", () => {
  it("notes a measure down once, and is told what is missing", async () => {
    const refused = await post(
      measuresRoute,
      { ...hres, type: "house", number: "-1", title: " ", asOf: "2026-11-26" },
      { cookie: ann.cookie },
    );
    expect([refused.status, codes(refused.shown.faults)]).toEqual([422, ["type", "number", "title", "asOf"]]);
    const noYear = await post(measuresRoute, { ...hres, asOf: "0000-11-20" }, { cookie: ann.cookie });
    expect([noYear.status, codes(noYear.shown.faults)]).toEqual([422, ["asOf"]]);
    const added = await post(measuresRoute, { ...hres, asOf: "2026-11-20" }, { cookie: ann.cookie });
    expect([added.status, added.location]).toEqual([303, `/organize/measures/${id}`]);
    const again = await post(
      measuresRoute,
      { ...hres, asOf: "2026-11-20", title: "Another title" },
      { cookie: ann.cookie },
    );
    expect(again.location).toBe(`/organize/measures/${id}`);
    expect((await open(measureRoute, own())).shown).toMatchObject({
      text: { name: "H.Res. 99999", congress: "119th Congress", chamber: "House", title: "A sample resolution" },
      list: null,
      lapsed: null,
    });
    expect((await open(measuresRoute, { cookie: ann.cookie })).shown.measures).toHaveLength(1);
  });

  it("changes what is said of it, on record", async () => {
    const facts = { title: "A sample resolution", stage: "reported", asOf: "2026-11-23", sponsor: "bioguide:N000147" };
    expect((await post(measureRoute, facts, own())).location).toBe(`/organize/measures/${id}?saved=facts`);
    expect((await open(measureRoute, own())).shown.values).toEqual(facts);
    const [audited] = await sql(
      "test-audited",
      `select "change" from "AuditEvent" where "action" = 'measure-changed'`,
      [],
      z.object({ change: z.unknown() }),
    );
    expect(audited?.change).toMatchObject({ from: { stage: "committee" }, to: { stage: "reported" } });
  });

  it("pastes a list: whom the directory does not know is named, who withdrew is kept, and it is of this measure", async () => {
    const pasted = answerOf([
      ["F000483", "Rep. Friedman, Laura [D-CA-30]"],
      ["P000197", "Rep. Pelosi, Nancy [D-CA-11]", "2026-06-01"],
      ["X000001", "Rep. Nobody, Known [I-XX-1]"],
    ]);
    const empty = await post(pastedRoute, { asOf: "", pasted: "" }, own());
    expect([empty.status, codes(empty.shown.faults)]).toEqual([422, ["pasted", "asOf"]]);
    const other = await post(pastedRoute, { asOf: "2026-11-20", pasted: answerOf([], "1") }, own());
    expect([other.status, other.shown.values.pasted]).toEqual([422, answerOf([], "1")]);
    expect((await upload({ asOf: "2026-11-20", pasted: "" }, "no list")).status).toBe(422);
    expect((await upload({ asOf: "2026-11-19", pasted: "" }, answerOf([]))).status).toBe(303);
    expect((await post(pastedRoute, { asOf: "2026-11-20", pasted }, own())).status).toBe(303);
    const { list } = (await open(measureRoute, own())).shown;
    expect(list).toMatchObject({
      asOf: "2026-11-20",
      standing: [{ name: "Laura Friedman", sponsoredOn: "2026-05-03" }],
      withdrawn: [{ name: "Nancy Pelosi", withdrawnOn: "2026-06-01" }],
      unmatched: [{ name: "Rep. Nobody, Known [I-XX-1]" }],
    });
  });

  it("ticks names, hundreds of them; days go on, and a list of an earlier day counts for nothing", async () => {
    const { members, ticked } = (await open(tickedRoute, own())).shown;
    expect(ticked).toEqual([friedman]);
    expect(members.length).toBeGreaterThan(430);
    const all = members.map(({ value }: { value: string }): [string, string] => ["cosponsor", value]);
    const ahead = await post(tickedRoute, [...all, ["asOf", "2027-01-01"]], own());
    expect([ahead.status, ahead.shown.ticked.length]).toEqual([422, members.length]);
    await post(tickedRoute, [...all, ["asOf", "2026-11-21"]], own());
    const everybody = (await open(measureRoute, own())).shown.list;
    expect(everybody.standing).toHaveLength(members.length);
    await post(tickedRoute, [["asOf", "2026-11-22"]], own());
    await post(tickedRoute, [...all, ["asOf", "2026-11-19"]], own());
    const { list } = (await open(measureRoute, own())).shown;
    expect(list).toMatchObject({
      asOf: "2026-11-22",
      standing: [],
      withdrawn: [{ name: "Nancy Pelosi" }],
      unmatched: [{}],
    });
  });

  it("finds no measure where there is none", async () => {
    for (const route of [measureRoute, pastedRoute, tickedRoute]) {
      expect(await statusOf(open(route, own("119-hres-1")))).toBe(404);
      expect(await statusOf(post(route, {}, own("118-x-1")))).toBe(404);
    }
  });
});

/** What is thrown is an answer too. */
async function statusOf(answer: Promise<{ status: number }>): Promise<number> {
  return answer.then(
    ({ status }) => status,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : Promise.reject(thrown as Error)),
  );
}

async function campaignId(): Promise<string> {
  const [found] = await sql(
    "test-campaign-of",
    `select "id" from "Campaign" where "slug" = $1`,
    [slug],
    z.object({ id: z.string() }),
  );
  return found?.id ?? "";
}

async function publish(): Promise<number> {
  const { version, revision } = (await open(publishRoute, at(ann, slug))).shown;
  const fields = { version: `${version}`, revision: `${revision}` };
  const { status } = await post(publishRoute, fields, at(ann, slug));
  forgetCampaigns();
  // Words are kept for two seconds; asked a minute later, they are read anew.
  await templatesOf(by(minutes(1)), await campaignId(), "en");
  return status;
}

/** Somebody of California 30 signs and approves a letter to everybody; answers how to confirm, and what then stands. */
async function approved() {
  const form = typed();
  const params = { slug };
  const { cookie } = await post(signRoute, form, { params });
  const page = (await open(letterRoute, { params, cookie })).shown.form;
  const ticks = page.recipients.map(({ key }: { key: string }): [string, string] => ["recipient", key]);
  expect((await post(letterRoute, [["body", page.body], ...ticks], { params, cookie })).status).toBe(303);
  const token = await mailedToken(await campaignId(), form.email ?? "");
  return {
    page,
    confirm: async () => {
      const { shown } = await open(confirmRoute, { params: { token } });
      const [, texts = ""] = /"texts":"(\w+)"/.exec(JSON.stringify(shown)) ?? [];
      const answer = await post(confirmRoute, { texts }, { params: { token } });
      expect(answer.status).toBe(303);
      return { cookie: answer.cookie, params };
    },
  };
}

const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

describe("a campaign that asks to cosponsor", () => {
  it("names the measure, and its page says how far it is and as of when", async () => {
    const letters = await formOf(ann, slug, "letters");
    const row = Object.entries(letters)
      .find(([, value]) => value === "house")?.[0]
      .split("-")[1];
    await post(partRoute, { ...letters, [`letterAct-${row}`]: "cosponsor-house-measure" }, at(ann, slug, "letters"));
    const asks = await formOf(ann, slug, "asks");
    await post(partRoute, { ...asks, measureId: "us/119/hres/99999" }, at(ann, slug, "asks"));
    const page = (await open(partRoute, at(ann, slug, "asks"))).shown.page;
    expect(page.values.measureId).toBe("us/119/hres/99999");
    expect(page.measures).toEqual([
      { value: "us/119/hres/99999", label: "H.Res. 99999, 119th Congress: A sample resolution" },
    ]);
    expect(await publish()).toBe(303);
    const { campaign } = (await open(campaignRoute, { params: { slug } })).shown;
    expect(campaign.measure).toMatchObject({
      measure: { number: 99999, chamber: "house", stage: "reported", asOf: "2026-11-23" },
      isLapsed: false,
      cosponsors: { n: 1, asOf: "2026-11-22" },
    });
    expect(campaign.changedAt).not.toBeNull();
  });

  it("fault 51: holds a letter that asks for what has been done since it was written", async () => {
    const writer = await approved();
    expect(names(writer.page.recipients)).toContain("Laura Friedman");
    expect(writer.page.spared).toEqual([]);
    const pasted = answerOf([["F000483", "Rep. Friedman, Laura [D-CA-30]"]]);
    await post(pastedRoute, { asOf: "2026-11-24", pasted }, own());
    const confirmed = await writer.confirm();
    const { done } = (await open(thanksRoute, confirmed)).shown;
    const held = done.letters.filter(({ word }: { word: string }) => word === "Held");
    expect(names(held)).toEqual(["Laura Friedman"]);
    expect(done.letters).toHaveLength(4);
    const again = (await open(letterRoute, confirmed)).shown.form;
    expect(again.spared).toEqual([
      "Laura Friedman cosponsored H.Res. 99999 on 3 May 2026, by the list of 24 November 2026: no letter is needed.",
    ]);
  });

  it("asks nobody who has cosponsored, and tells the writer why; in the preview too", async () => {
    const cookie = postalCodeCookie(slug, "91205").split(";")[0];
    const { officials } = (await open(signRoute, { params: { slug }, cookie })).shown.place;
    const spared = officials.filter(({ needsNone }: { needsNone: string | null }) => needsNone !== null);
    expect(names(spared)).toEqual(["Laura Friedman"]);
    const { page, confirm } = await approved();
    expect(names(page.recipients)).not.toContain("Laura Friedman");
    expect(page.spared).toHaveLength(1);
    const { done } = (await open(thanksRoute, await confirm())).shown;
    expect(names(done.letters)).toHaveLength(3);
    const { found } = (await open(previewRoute, { ...at(ann, slug), url: "/?as=91205" })).shown;
    expect(found.spared).toEqual(page.spared);
    expect(names(found.letters)).not.toContain("Laura Friedman");
  });

  it("tells staff by office who has, as of which day, on the page and in the file", async () => {
    await foldLetterTallies(by());
    const asked = { params: { slug, table: "offices" }, cookie: staff.cookie };
    const { shown } = await open(staffRoute, { ...asked, url: `/staff/c/${slug}` });
    expect(shown.measure).toEqual({ name: "H.Res. 99999", asOf: "2026-11-24" });
    const answers = Object.fromEntries(
      shown.offices.map(({ name, cosponsored }: { name: string; cosponsored: unknown }) => [name, cosponsored]),
    );
    expect(answers).toMatchObject({
      "Laura Friedman": { answer: "yes", on: "2026-05-03" },
      "Adam B. Schiff": null,
      "The Secretary of State": null,
    });
    const file = await fileOf(asked);
    const [head, ...rows] = file.split("\r\n");
    expect(head).toContain("Measure,Cosponsored,Cosponsored on,Cosponsors as of");
    expect(rows.find((row) => row.includes("Laura Friedman"))).toContain("H.Res. 99999,Yes,2026-05-03,2026-11-24");
  });
});

async function fileOf({ params, cookie }: { params: Record<string, string>; cookie: string }): Promise<string> {
  const request = new Request("http://localhost/", { method: "POST", headers: { cookie } });
  const answer = await csvRoute.action({ request, params, context: { network: "192.0.2.1" } } as never);
  return (answer as Response).text();
}
