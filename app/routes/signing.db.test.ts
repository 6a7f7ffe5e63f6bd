/* eslint-disable max-lines -- the limit is for routes; this tries several of them on one database */
/* eslint-disable @typescript-eslint/no-explicit-any -- pages show many things, a test looks for one */
import { createServer, connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { forgetCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { loadDemo } from "#app/features/campaigns/load-demo.server.ts";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import { mailedPageOf } from "#app/features/signatures/mailed-page-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { now } from "#app/lib/clock.server.ts";
import { sql } from "#app/lib/db.server.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { mailedToken } from "../../tests/support/outbox.ts";
import * as letterPage from "./c.$slug.letter._index.tsx";
import * as placePage from "./c.$slug.place.tsx";
import * as previewPage from "./c.$slug.letter.preview.tsx";
import * as signPage from "./c.$slug.sign.tsx";
import * as thanksPage from "./c.$slug.thanks.tsx";
import * as confirmPage from "./confirm.$token._index.tsx";

// The suite's day (else it rots when the congress of the facts ends).
process.env.CLOCK_OFFSET ??= clockOffset();

/** The way to the database, which a test can cut. */
const sockets = new Set<Socket>();
let isCut = false;
const target = new URL(process.env.DATABASE_URL ?? "");
const port = Number(target.port);
const way = createServer((near) => {
  if (isCut) return void near.destroy();
  const far = connect(port, "127.0.0.1");
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    sockets.add(one);
    one.on("error", () => undefined);
    one.on("close", () => other.destroy());
    one.pipe(other);
  }
});
const cut = () => {
  isCut = true;
  for (const socket of sockets) socket.destroy();
  sockets.clear();
};

const slug = "detained";
let campaignId = "";
let people = 0;
const by = (): By => ({ actor: "visitor", now: now() });

beforeAll(async () => {
  await new Promise<void>((resolve) => way.listen(0, "127.0.0.1", resolve));
  target.port = String((way.address() as AddressInfo).port);
  process.env.DATABASE_URL = target.href;
  await loadDirectory(by());
  await loadDemo(by());
  const [found] = await sql(
    "test-campaign",
    `select "id" from "Campaign" where "slug" = $1`,
    [slug],
    z.object({ id: z.string() }),
  );
  campaignId = found?.id ?? "";
});
afterAll(() => {
  cut();
  way.close();
});
beforeEach(() => {
  isCut = false;
});

interface Page {
  status: number;
  location: string | null;
  cookie: string;
  headers: Headers;
  shown: any;
  context: { refused?: boolean };
}
type Route = { action: (args: never) => Promise<unknown>; loader?: unknown };

async function answerOf(made: unknown, context: Page["context"]): Promise<Page> {
  if (made instanceof Response) {
    const { status, headers } = made;
    const cookie = headers.getSetCookie().map((one) => one.split(";")[0]);
    return { status, location: headers.get("location"), cookie: cookie.join("; "), headers, shown: null, context };
  }
  const { data, init } = made as { data: unknown; init: { status?: number; headers?: HeadersInit } | null };
  const headers = new Headers(init?.headers);
  return { status: init?.status ?? 200, location: null, cookie: "", headers, shown: data, context };
}

function argsOf(request: Request, params: Record<string, string>) {
  return { request, params, context: { network: "192.0.2.1", loopback: false } as Page["context"] };
}

/** What a browser posts, and what the page's code answers. */
async function post(
  route: Route,
  fields: [string, string][],
  { cookie = "", params = { slug } as Record<string, string> } = {},
) {
  const request = new Request("http://localhost/", {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { cookie },
  });
  const args = argsOf(request, params);
  return answerOf(await route.action(args as never), args.context);
}

async function get(
  loader: (args: never) => Promise<unknown>,
  { cookie = "", url = "/", params = { slug } as Record<string, string> } = {},
): Promise<any> {
  const made = await loader(argsOf(new Request(`http://localhost${url}`, { headers: { cookie } }), params) as never);
  return made !== null && typeof made === "object" && "init" in made
    ? (made as unknown as { data: unknown }).data
    : made;
}

const typed = (given: Record<string, string> = {}): [string, string][] => {
  people += 1;
  const form = {
    givenName: "Sentinella",
    familyName: "Supporter",
    email: `routes${people}@example.org`,
    country: "US",
    postalCode: "91205",
  };
  return Object.entries({ ...form, ...given });
};

async function aSigner(given: Record<string, string> = {}) {
  const fields = typed(given);
  const signed = await post(signPage as Route, fields);
  const email = new Map(fields).get("email") ?? "";
  return { cookie: signed.cookie, email, token: () => mailedToken(campaignId, email) };
}

const letter = (body: string, recipients: string[], division = ""): [string, string][] => [
  ["body", body],
  ["division", division],
  ...recipients.map((key): [string, string] => ["recipient", key]),
];
const ticked = (form: { recipients: { key: string; checked: boolean }[] }) =>
  form.recipients.filter(({ checked }) => checked).map(({ key }) => key);
const close = async (at: Date | null) => {
  await sql("test-close", `update "Campaign" set "closedAt" = $2 where "slug" = $1`, [slug, at], z.unknown());
  forgetCampaigns();
};
const confirm = async (token: string) => {
  const page = await mailedPageOf(by(), token, "en");
  return post(confirmPage as Route, [["texts", page.pending?.texts ?? ""]], { params: { token } });
};

describe("fault 15: the database is down while a form is posted", () => {
  it("to sign: 503, nobody is thanked, everything stays in the form", async () => {
    await aSigner();
    cut();
    const fields = typed({ streetAddress: "1 Sentinel Street", display: "initials" });
    const page = await post(signPage as Route, fields);
    expect(page.status).toBe(503);
    expect(page.cookie).toBe("");
    expect(page.shown.values).toMatchObject(Object.fromEntries(fields));
    expect(page.shown.notice).toMatchObject({ canRetry: true });
    expect(page.context.refused).toBe(true);
  });

  it.each([
    ["to approve", letterPage, "/c/detained/letter"],
    ["to save", previewPage, "/c/detained/letter/preview"],
  ])("%s: 503, the text and the ticks come back", async (_what, route, action) => {
    const { cookie } = await aSigner();
    cut();
    const page = await post(route as Route, letter("Words of mine.", ["P000145"]), { cookie });
    expect(page.status).toBe(503);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.shown.kept).toMatchObject({ action, body: "Words of mine.", recipients: ["P000145"] });
    // The page is made of the same request: its loader must not fail, nor lead away.
    const args = {
      ...argsOf(new Request("http://localhost/", { headers: { cookie } }), { slug }),
      context: page.context,
    };
    await expect(Promise.resolve(route.loader(args as never))).resolves.not.toBeInstanceOf(Response);
  });
});

describe("fault 25: a page opened before the closing, posted after it", () => {
  it("keeps what was typed, says so, and offers no button that cannot help", async () => {
    const { cookie, token } = await aSigner();
    const link = await token();
    await close(now());
    try {
      const fields = typed();
      const signed = await post(signPage as Route, fields);
      expect(signed).toMatchObject({ status: 409, cookie: "" });
      expect(signed.shown.values).toMatchObject(Object.fromEntries(fields));
      expect(signed.shown.notice.canRetry).toBe(false);
      const approved = await post(letterPage as Route, letter("Words of mine.", ["P000145"]), { cookie });
      expect(approved.status).toBe(409);
      expect(approved.shown.form).toMatchObject({ body: "Words of mine.", faults: ["closed"] });
      expect(ticked(approved.shown.form)).toEqual(["P000145"]);
      expect((await get(letterPage.loader, { cookie })).form.faults).toEqual(["closed"]);
      expect(await mailedPageOf(by(), link, "en")).toMatchObject({ answer: "closed", pending: null });
    } finally {
      await close(null);
    }
  });
});

describe("a ZIP code in several districts", () => {
  const thirty = "ocd-division/country:us/state:ca/cd:30";
  const thirtyFour = "ocd-division/country:us/state:ca/cd:34";
  const others = ["P000145", "S001150", "us/exec/state"];

  it("keeps the tick of the representative when the district is chosen, and lets it be chosen anew", async () => {
    const { cookie } = await aSigner({ postalCode: "91206" });
    expect((await get(letterPage.loader, { cookie })).form.district.chosen).toBeNull();
    await post(previewPage as Route, letter("Words.", ["house", ...others], thirty), { cookie });
    const first = (await get(letterPage.loader, { cookie })).form;
    expect(first.district.chosen).toBe(thirty);
    expect(ticked(first)).toEqual(["F000483", ...others]);
    await post(previewPage as Route, letter("Words.", ["F000483", ...others], thirtyFour), { cookie });
    const second = (await get(letterPage.loader, { cookie })).form;
    expect(second.district.chosen).toBe(thirtyFour);
    expect(ticked(second)).toEqual(["G000585", ...others]);
    await post(previewPage as Route, letter("Words.", ["G000585", ...others], ""), { cookie });
    expect((await get(letterPage.loader, { cookie })).form.district.chosen).toBeNull();
  });

  it("takes no district that is none of the candidates", async () => {
    const { cookie } = await aSigner({ postalCode: "91206" });
    await post(letterPage as Route, letter("Words.", ["house"], "ocd-division/country:us/state:ny/cd:1"), { cookie });
    expect((await get(letterPage.loader, { cookie })).form.district.chosen).toBeNull();
    expect((await get(thanksPage.loader, { cookie })).mustChoose).toBe(true);
  });

  it("leaves the representative ticked for whoever approved without choosing", async () => {
    const { cookie } = await aSigner({ postalCode: "91206" });
    expect((await post(letterPage as Route, letter("Words.", ["house", ...others]), { cookie })).location).toBe(
      "/c/detained/thanks",
    );
    expect(ticked((await get(letterPage.loader, { cookie })).form)).toEqual(["house", ...others]);
  });

  it("after confirming releases no letter that its writer has not read", async () => {
    const { token } = await aSigner({ postalCode: "91206" });
    const confirmed = await confirm(await token());
    const choice = letter("Words.", ["house", ...others], thirty);
    const chosen = await post(letterPage as Route, choice, { cookie: confirmed.cookie });
    expect(chosen.location).toBe("/c/detained/letter");
    expect((await get(thanksPage.loader, { cookie: confirmed.cookie })).letters).toEqual([]);
    const read = letter("Words.", ["F000483", ...others], thirty);
    expect((await post(letterPage as Route, read, { cookie: confirmed.cookie })).location).toBe("/c/detained/thanks");
    expect((await get(thanksPage.loader, { cookie: confirmed.cookie })).letters).toHaveLength(4);
  });
});

describe("a letter that has left", () => {
  const all = ["F000483", "P000145", "S001150", "us/exec/state"];
  const officeOf = ({ key, name }: { key: string; name: string }) => (all.includes(key) ? key : name);
  const theState = "The Secretary of State";

  it("is shown as it went, cannot be ticked, and a changed text does not touch it; the order stays", async () => {
    const { cookie, token } = await aSigner();
    await post(letterPage as Route, letter("First words.", ["us/exec/state", "S001150"]), { cookie });
    const { cookie: writer } = await confirm(await token());
    const first = (await get(letterPage.loader, { cookie: writer })).form;
    expect(first.recipients.map(officeOf)).toEqual(["F000483", "P000145", "S001150", theState]);
    expect(first.recipients.map(({ left }: { left: string | null }) => left !== null)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(JSON.stringify(first.recipients[3])).toContain("First words.");

    await post(letterPage as Route, letter("Other words.", all), { cookie: writer });
    const second = (await get(letterPage.loader, { cookie: writer })).form;
    expect(JSON.stringify(second.recipients[3])).toContain("First words.");
    const items = (await get(thanksPage.loader, { cookie: writer })).letters;
    expect(items.map(({ name }: { name: string }) => name)).toEqual([
      "Laura Friedman",
      "Alex Padilla",
      "Adam B. Schiff",
      theState,
    ]);
  });

  it("stands in the same place on the page behind the link, whenever it was approved", async () => {
    const { cookie, token } = await aSigner();
    await post(letterPage as Route, letter("First words.", ["us/exec/state", "S001150"]), { cookie });
    await post(letterPage as Route, letter("First words.", all), { cookie });
    const names = (await mailedPageOf(by(), await token(), "en")).pending?.letters.map(({ name }) => name);
    expect(names).toEqual(["Laura Friedman", "Alex Padilla", "Adam B. Schiff", theState]);
  });
});

describe("what a page says", () => {
  it("is that the signature is confirmed, to whoever holds the cookie given behind the link", async () => {
    const { cookie, token } = await aSigner();
    expect((await get(thanksPage.loader, { cookie })).done).toBeNull();
    const confirmed = await confirm(await token());
    const page = await get(thanksPage.loader, { cookie: confirmed.cookie });
    expect(page.done).toMatchObject({ token: null, slug, canWrite: true });
    expect((await get(thanksPage.loader, { cookie })).email).toBeNull();
  });

  it("is not “erased” or “mailed again” because its address says so", async () => {
    const { token } = await aSigner();
    const link = await token();
    const at = (told: string) => get(confirmPage.loader, { url: `/?told=${told}`, params: { token: link } });
    expect((await at("erased")).answer).toBeNull();
    expect((await get(thanksPage.loader, { url: "/?again" })).sentAgain).toBe(false);
  });

  it("is the text that was posted, to a browser that holds no cookie any more", async () => {
    for (const route of [letterPage, previewPage]) {
      const page = await post(route as Route, letter("Words of mine.", ["P000145"]));
      expect(page.status).toBe(403);
      expect(JSON.stringify(page.shown)).toContain("Words of mine.");
    }
  });
});

describe("a ZIP code that does not say who represents its writer", () => {
  it.each([
    ["unknown", "00000"],
    ["military", "09012"],
    ["of boxes", "20505"],
  ])("%s: the letters page says so and leads to where another one is given", async (_kind, postalCode) => {
    const { cookie } = await aSigner({ postalCode });
    const page = await get(letterPage.loader as never, { cookie });
    expect(page.note).toContain(postalCode);
    const asked = await get(placePage.loader as never, { cookie });
    expect(asked.form).toMatchObject({ values: { postalCode }, note: page.note });

    for (const wrong of ["9120", "00001"]) {
      const refused = await post(placePage as Route, [["postalCode", wrong]], { cookie });
      expect(refused.status).toBe(422);
      expect(refused.shown.form).toMatchObject({ values: { postalCode: wrong }, faults: [{ field: "postalCode" }] });
    }
    const corrected = await post(placePage as Route, [["postalCode", " 91205-1234"]], { cookie });
    expect(corrected.location).toBe("/c/detained/letter");
    const after = await get(letterPage.loader as never, { cookie });
    expect(after.note).toBeNull();
    expect(ticked(after.form)).toContain("F000483");
    expect(JSON.stringify(after.form)).not.toContain(postalCode);
  });

  it("takes no approved letter along, and no town in another state", async () => {
    const { cookie, token } = await aSigner({ postalCode: "00000", region: "CA" });
    await post(letterPage as Route, letter("My words.", ["us/exec/state"]), { cookie });
    const elsewhere = await post(
      placePage as Route,
      [
        ["postalCode", "10001"],
        ["region", "CA"],
      ],
      { cookie },
    );
    expect(elsewhere.shown.form.faults).toEqual([
      { field: "region", sentence: expect.stringContaining("New York") as string },
    ]);
    await post(
      placePage as Route,
      [
        ["postalCode", "91205"],
        ["region", "CA"],
        ["locality", "Glendale"],
      ],
      { cookie },
    );
    const shown = await mailedPageOf(by(), await token(), "en");
    expect(shown.pending?.letters).toEqual([]);
    const page = await get(letterPage.loader as never, { cookie });
    expect(page.form.body).toBe("My words.");
    expect(JSON.stringify(page.form.recipients)).toContain("Glendale, California 91205");
  });

  it("is not asked of somebody abroad", async () => {
    const { cookie } = await aSigner({ country: "AM", postalCode: "0010" });
    expect((await get(placePage.loader as never, { cookie })).form).toBeNull();
    expect((await post(placePage as Route, [["postalCode", "91205"]], { cookie })).status).toBe(403);
  });

  it("is corrected by the holder of the cookie alone, and not once it was counted by it", async () => {
    expect((await post(placePage as Route, [["postalCode", "91205"]])).status).toBe(403);
    const { cookie, token } = await aSigner({ postalCode: "00000" });
    await confirm(await token());
    expect((await post(placePage as Route, [["postalCode", "91205"]], { cookie })).status).toBe(403);
  });
});

it("a ZIP code in another state than the form says is refused: the letter would be untrue", async () => {
  const fields = typed({ postalCode: "91201", locality: "Albany", region: "NY" });
  const refused = await post(signPage as Route, fields);
  expect(refused.status).toBe(422);
  expect(refused.shown.faults).toEqual([
    { field: "region", sentence: expect.stringContaining("California") as string },
  ]);
  expect(refused.shown.values).toMatchObject(Object.fromEntries(fields));
  expect((await post(signPage as Route, typed({ postalCode: "91201", region: "CA" }))).status).toBe(303);
});

it("a text that is too long to save comes back whole, with what is wrong; what is no recipient is kept nowhere", async () => {
  const { cookie } = await aSigner();
  const long = "Sentinel. ".repeat(2_001);
  const refused = await post(previewPage as Route, letter(long, ["F000483"]), { cookie });
  expect(refused.status).toBe(422);
  expect(refused.shown.form).toMatchObject({ body: long, faults: ["body-too-long"] });
  expect(ticked(refused.shown.form)).toEqual(["F000483"]);

  await post(previewPage as Route, letter("Short.", ["F000483", "somebody@example.org"]), { cookie });
  const kept = await sql(
    "test-ticked",
    `select d."recipients" from "LetterDraft" d where d."recipients"::text like '%example.org%'`,
    [],
    z.unknown(),
  );
  expect(kept).toEqual([]);
  expect(ticked((await get(letterPage.loader as never, { cookie })).form)).toEqual(["F000483"]);
});
