/* eslint-disable max-lines -- the limit is for routes; this tries several of them on one database */
/* eslint-disable @typescript-eslint/no-explicit-any -- pages show many things, a test looks for one */
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { loadDemo } from "#app/features/campaigns/load-demo.server.ts";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import { mailedPageOf } from "#app/features/signatures/mailed-page-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { now } from "#app/lib/clock.server.ts";
import { sql } from "#app/lib/db.server.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { mailedPersonalToken, mailedToken, mailsTo } from "../../tests/support/outbox.ts";
import * as signPage from "./c.$slug.sign.tsx";
import * as confirmPage from "./confirm.$token._index.tsx";
import * as confirmJson from "./confirm.$token.data[.]json.ts";
import * as confirmErase from "./confirm.$token.erase.tsx";
import * as confirmShown from "./confirm.$token.shown.ts";
import * as confirmWithdraw from "./confirm.$token.withdraw.tsx";
import * as personalPage from "./me.$token._index.tsx";
import * as personalData from "./me.$token.data._index.tsx";
import * as personalJson from "./me.$token.data[.]json.ts";
import * as personalErase from "./me.$token.erase.tsx";
import * as personalShown from "./me.$token.shown.ts";
import * as withdrawOne from "./me.$token.withdraw.$ref.tsx";
import * as withdrawAll from "./me.$token.withdraw._index.tsx";
import * as mePage from "./me._index.tsx";

// The suite's day (else it rots when the congress of the facts ends).
process.env.CLOCK_OFFSET ??= clockOffset();

const slug = "detained";
let campaignId = "";
let people = 0;
const by = (): By => ({ actor: "visitor", now: now() });

beforeAll(async () => {
  await loadDirectory(by());
  await loadDemo(by());
  const found = z.object({ id: z.string() });
  const [campaign] = await sql("test-campaign", `select "id" from "Campaign" where "slug" = $1`, [slug], found);
  campaignId = campaign?.id ?? "";
});

type Args = { params: Record<string, string>; form?: Record<string, string>; query?: string };

/** What a browser asks, and what the page's code answers: a status, a place to go to, or what is shown. */
async function ask(verb: (args: never) => unknown, { params, form, query = "" }: Args) {
  const body = form && new URLSearchParams(form);
  const request = new Request(`http://localhost/${query}`, body ? { method: "POST", body } : {});
  const context = { network: "192.0.2.1", loopback: false };
  const made = await verb({ request, params, context } as never);
  if (made instanceof Response) {
    const text = made.status === 200 ? await made.text() : "";
    return { status: made.status, location: made.headers.get("location"), headers: made.headers, shown: null, text };
  }
  const wrapped = made as { data?: any; init?: ResponseInit | null };
  const isWrapped = "init" in wrapped;
  return {
    status: (isWrapped && wrapped.init?.status) || 200,
    location: null,
    headers: new Headers(isWrapped ? wrapped.init?.headers : {}),
    shown: (isWrapped ? wrapped.data : made) as any,
    text: "",
  };
}

/** Somebody who has confirmed and asked for their page. */
async function aPerson() {
  people += 1;
  const email = `me${people}@example.org`;
  const form = { givenName: "Sentinella", familyName: "Supporter", email, country: "US", postalCode: "91205" };
  await ask(signPage.action, { params: { slug }, form });
  const link = await mailedToken(campaignId, email);
  const page = await mailedPageOf(by(), link, "en");
  await ask(confirmPage.action, { params: { token: link }, form: { texts: page.pending?.texts ?? "" } });
  await ask(mePage.action, { params: {}, form: { email } });
  const token = await mailedPersonalToken(email);
  return { email, link, token };
}

describe("/me", () => {
  it("answers every address alike, and mails only one that has signed", async () => {
    const { email } = await aPerson();
    const known = await ask(mePage.action, { params: {}, form: { email } });
    const unknown = await ask(mePage.action, { params: {}, form: { email: "nobody@example.org" } });
    for (const { status, location } of [known, unknown]) expect([status, location]).toEqual([303, "/me/mailed"]);
    expect([...known.headers]).toEqual([...unknown.headers]);
    expect(await mailsTo(null, email)).toHaveLength(2);
    expect(await mailsTo(null, "nobody@example.org")).toEqual([]);
  });

  it.each(["", "wrong@", "ünï@example.org"])("says how to mend “%s”, and keeps it", async (email) => {
    const page = await ask(mePage.action, { params: {}, form: { email } });
    expect(page.status).toBe(422);
    expect(page.shown).toMatchObject({ email, fault: expect.stringMatching(/^Enter|^The part/) });
  });
});

describe("/me/:token", () => {
  it("shows everything to whoever holds it, is kept by nobody, and is a safe page to anybody else", async () => {
    const { email, token } = await aPerson();
    const page = await ask(personalPage.loader, { params: { token } });
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.shown.mine).toMatchObject({ email, display: "none" });
    expect(page.shown.mine.signatures[0]).toMatchObject({ state: "confirmed", slug });
    const lost = await ask(personalPage.loader, { params: { token: "nothing" } });
    expect(lost).toMatchObject({ status: 404, shown: { mine: null, isErased: false } });
    for (const [route, params] of [
      [personalData, { token: "nothing" }],
      [personalJson, { token: "nothing" }],
      [withdrawAll, { token: "nothing" }],
      [withdrawOne, { token: "nothing", ref: "x" }],
    ] as const) {
      expect(await ask(route.loader, { params })).toMatchObject({ status: 303, location: "/me/nothing" });
    }
  });

  it("asks once more before it withdraws, which a link cannot do", async () => {
    const { token } = await aPerson();
    const [item] = (await ask(personalPage.loader, { params: { token } })).shown.mine.signatures;
    const asked = await ask(withdrawOne.loader, { params: { token, ref: item.ref } });
    expect(asked.shown.ask).toMatchObject({ ask: "withdraw", titles: [item.title] });
    expect((await ask(personalPage.loader, { params: { token } })).shown.mine.signatures[0].state).toBe("confirmed");
    const done = await ask(withdrawOne.action, { params: { token, ref: item.ref }, form: {} });
    expect(done.location).toBe(`/me/${token}?told=withdrawn`);
    const after = await ask(personalPage.loader, { params: { token }, query: "?told=withdrawn" });
    expect(after.shown.mine).toMatchObject({ told: "withdrawn", signatures: [{ state: "withdrawn" }] });
    expect(await ask(withdrawOne.loader, { params: { token, ref: item.ref } })).toMatchObject({ status: 303 });
  });

  it("does not say “withdrawn” or “erased” because its address says so", async () => {
    const { token } = await aPerson();
    for (const told of ["withdrawn", "gone", "nonsense"]) {
      const page = await ask(personalPage.loader, { params: { token }, query: `?told=${told}` });
      expect(page.shown).toMatchObject({ isErased: false, mine: { told: null } });
    }
  });

  it("changes what is shown; nothing ticked changes nothing", async () => {
    const { token } = await aPerson();
    const set = (form: Record<string, string>) => ask(personalShown.action, { params: { token }, form });
    expect((await set({ display: "everything" })).location).toBe(`/me/${token}`);
    expect((await set({ display: "initials" })).location).toBe(`/me/${token}?told=shown`);
    expect((await ask(personalPage.loader, { params: { token } })).shown.mine.display).toBe("initials");
  });

  it("gives everything as a file that nobody keeps", async () => {
    const { email, token, link } = await aPerson();
    for (const [route, params] of [
      [personalJson, { token }],
      [confirmJson, { token: link }],
    ] as const) {
      const file = await ask(route.loader, { params });
      expect(file.headers.get("content-disposition")).toBe('attachment; filename="redress.json"');
      expect(file.headers.get("cache-control")).toBe("no-store");
      expect(file.headers.get("content-type")).toBe("application/json; charset=utf-8");
      const held = JSON.parse(file.text);
      expect(held).toMatchObject({ emailAddress: email, signatures: [{ person: { givenName: "Sentinella" } }] });
      expect(held.signatures[0].signedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    }
  });

  it("erases everything before the answer leaves", async () => {
    const { token, link } = await aPerson();
    expect((await ask(personalErase.loader, { params: { token } })).shown.ask.ask).toBe("erase");
    const done = await ask(personalErase.action, { params: { token }, form: {} });
    expect(done.location).toBe(`/me/${token}?told=gone`);
    const gone = await ask(personalPage.loader, { params: { token }, query: "?told=gone" });
    expect(gone).toMatchObject({ status: 200, shown: { mine: null, isErased: true } });
    expect((await ask(confirmPage.loader, { params: { token: link } })).shown.answer).toBe("unknown");
  });
});

describe("/confirm/:token of a confirmed signature", () => {
  it("offers the same for its one signature", async () => {
    const { link } = await aPerson();
    const at = (query = "") => ask(confirmPage.loader, { params: { token: link }, query });
    await ask(confirmShown.action, { params: { token: link }, form: { display: "name" } });
    expect((await at("?told=shown")).shown.done).toMatchObject({ display: "name", told: "shown" });
    expect((await ask(confirmWithdraw.loader, { params: { token: link } })).shown.ask.ask).toBe("withdraw");
    const withdrawn = await ask(confirmWithdraw.action, { params: { token: link }, form: {} });
    expect(withdrawn.location).toBe(`/confirm/${link}`);
    expect((await at()).shown).toMatchObject({ done: null, withdrawn: { slug, canSignAgain: true } });
    // The page that was still open elsewhere.
    const again = await ask(confirmPage.action, { params: { token: link }, form: { texts: "" } });
    expect(again.location).toBe(`/confirm/${link}`);
    expect((await ask(confirmErase.loader, { params: { token: link } })).shown.ask.ask).toBe("erase-one");
    const erased = await ask(confirmErase.action, { params: { token: link }, form: {} });
    expect(erased.location).toBe(`/confirm/${link}?told=gone`);
    expect((await at("?told=gone")).shown.answer).toBe("gone");
    expect((await at()).shown.answer).toBe("unknown");
  });
});
