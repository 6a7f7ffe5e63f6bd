/* eslint-disable max-lines -- the limit is for routes; this tries several of them on one database */
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { forgetCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { mailedPageOf } from "#app/features/signatures/mailed-page-of.server.ts";
import { remindUnconfirmed } from "#app/features/signatures/remind-unconfirmed.server.ts";
import { count, sql } from "#app/lib/db.server.ts";
import { days } from "#app/lib/time.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { mailedToken, mailsTo } from "../../tests/support/outbox.ts";
import { by, demoCampaign, open, post, typed } from "../../tests/support/routes.ts";
import * as addressRoute from "./c.$slug.address.tsx";
import * as letterRoute from "./c.$slug.letter._index.tsx";
import * as signRoute from "./c.$slug.sign.tsx";
import * as thanksRoute from "./c.$slug.thanks.tsx";
import * as resendRoute from "./c.$slug.resend.ts";
import * as confirmRoute from "./confirm.$token._index.tsx";
import * as newLinkRoute from "./confirm.$token.new-link.ts";
import * as writeRoute from "./confirm.$token.write.ts";

process.env.CLOCK_OFFSET ??= clockOffset();

const params = { slug: "detained" };
let campaignId = "";
beforeAll(async () => {
  campaignId = await demoCampaign();
});

async function aSigner(given: Record<string, string> = {}) {
  const form = typed(given);
  const { cookie } = await post(signRoute, form, { params });
  return { form, email: form.email ?? "", cookie };
}
const linkTo = (email: string) => mailedToken(campaignId, email);
const mails = (email: string) => mailsTo(campaignId, email);
const correct = (cookie: string, email: string) => post(addressRoute, { email }, { cookie, params });
const thanks = async (cookie: string, url = "/") => (await open(thanksRoute, { cookie, params, url })).shown;
const confirm = async (token: string) => {
  const page = await mailedPageOf(by(), token, "en");
  return post(confirmRoute, { texts: page.pending?.texts ?? "" }, { params: { token } });
};
const corrected = { status: 303, location: "/c/detained/thanks?corrected", cookie: "" };

describe("correcting the address", () => {
  test("mails a link to the new one, voids the old link and takes back the mail that waits", async () => {
    const { email, cookie } = await aSigner();
    const old = await linkTo(email);
    const right = typed().email ?? "";
    expect(await correct(cookie, ` ${right.toUpperCase()} `)).toMatchObject(corrected);
    expect(await mailedPageOf(by(), old, "en")).toMatchObject({ answer: "unknown" });
    expect((await confirm(old)).status).toBe(404);
    expect((await post(newLinkRoute, {}, { params: { token: old } })).location).toBe(`/confirm/${old}`);
    expect(await mails(email)).toEqual([]);
    const [queued] = await sql(
      "test-cancelled",
      `select count(*) filter (where "state" = 'cancelled') as "cancelled", count(*) filter (where "state" = 'queued') as "queued"
       from "Delivery" where "subjectId" = (select "signatureId" from "Token" where "hash" = sha256($1::text::bytea))`,
      [cookie.split("=")[1]],
      z.object({ cancelled: count, queued: count }),
    );
    expect(queued).toEqual({ cancelled: 1, queued: 1 });
    const page = await thanks(cookie, "/?corrected");
    expect(page).toMatchObject({
      email: right.toUpperCase().replace(/@.*/, "@example.org"),
      isCorrected: true,
    });
    await remindUnconfirmed(by(days(2) + 1000));
    expect(await mails(email)).toEqual([]);
    const confirmed = await confirm(await linkTo(page.email as string));
    expect(confirmed.status).toBe(303);
    expect((await thanks(cookie)).email).toBeNull();
  });

  test("keeps the letters that were approved", async () => {
    const { cookie } = await aSigner();
    const approved = await post(
      letterRoute,
      [
        ["body", "Words of mine."],
        ["recipient", "P000145"],
      ],
      { cookie, params },
    );
    expect(approved.location).toBe("/c/detained/thanks");
    const right = typed().email ?? "";
    await correct(cookie, right);
    const shown = await mailedPageOf(by(), await linkTo(right), "en");
    expect(shown.pending?.letters.map(({ text }) => text).join()).toContain("Words of mine.");
  });

  test("answers alike for a known address, a new one, one past its quota and one that asked for no mail", async () => {
    const known = await aSigner();
    await confirm(await linkTo(known.email));
    const full = typed().email ?? "";
    for (let n = 0; n < 4; n += 1)
      await post(signRoute, typed({ email: full, locality: `Town ${n}` }), { params, network: `192.0.2.${n % 2}` });
    expect(await mails(full)).toHaveLength(3);
    const silent = await aSigner();
    await sql(
      "test-suppress",
      `insert into "Suppression" ("emailHmac", "scope", "reason", "at", "letThroughAt")
       select "recipientHmac", 'campaign:' || $1::text, 'not-me', $2, $2 from "Delivery" where "subjectId" =
         (select "signatureId" from "Token" where "hash" = sha256($3::text::bytea))`,
      [campaignId, by().now, silent.cookie.split("=")[1]],
      z.unknown(),
    );
    const pages = [];
    for (const email of [known.email, typed().email ?? "", full, silent.email]) {
      const { cookie } = await aSigner();
      const answer = await correct(cookie, email);
      expect(answer).toMatchObject(corrected);
      const page = await thanks(cookie, "/?corrected");
      pages.push(JSON.stringify([[...answer.headers], page]).replaceAll(email, "…"));
    }
    expect(new Set(pages).size).toBe(1);
    expect(await mails(full)).toHaveLength(3);
    expect(await mails(silent.email)).toHaveLength(1);
  });

  test("also for a browser that holds no cookie, and changes nothing then", async () => {
    const email = typed().email ?? "";
    expect(await correct("", email)).toMatchObject(corrected);
    expect(await correct("letter=abcdefghijklmnopqrstuvwxyz", email)).toMatchObject(corrected);
    expect(await mails(email)).toEqual([]);
    expect((await thanks("", "/?corrected")).isCorrected).toBe(false);
  });

  test("keeps what was typed where it is no address: 422, said in the title and above the page", async () => {
    const { email, cookie } = await aSigner();
    const answer = await correct(cookie, "ann@example");
    expect(answer.status).toBe(422);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.shown.page).toMatchObject({
      email,
      correct: { value: "ann@example", fault: expect.stringContaining("right form") as string },
    });
    expect(addressRoute.meta({ matches: [] } as never)).toEqual([
      { title: expect.stringMatching(/^Error: /) as string },
    ]);
    const empty = await correct(cookie, "");
    expect(empty.shown.page.correct).toEqual({ value: "", fault: "Enter your e-mail address" });
    expect(await mails(email)).toHaveLength(1);
  });

  test("the same address, however typed, is only mailed again: its link stays good", async () => {
    const { email, cookie } = await aSigner();
    const link = await linkTo(email);
    expect((await correct(cookie, email.toUpperCase())).location).toBe("/c/detained/thanks?again");
    expect(await mails(email)).toHaveLength(2);
    expect((await mailedPageOf(by(), link, "en")).pending).not.toBeNull();
  });

  test("fault 25: once the campaign has closed it says so", async () => {
    const { email, cookie } = await aSigner();
    const close = async (at: Date | null) => {
      await sql("test-close", `update "Campaign" set "closedAt" = $1 where "slug" = 'detained'`, [at], z.unknown());
      forgetCampaigns();
    };
    await close(by().now);
    try {
      const answer = await correct(cookie, typed().email ?? "");
      expect(answer.status).toBe(409);
      expect(answer.shown.page).toMatchObject({ email, correct: null, notice: { canRetry: false } });
      expect((await thanks(cookie)).correct).toBeNull();
    } finally {
      await close(null);
    }
  });

  test("a form sent again with the first address is another signature", async () => {
    const { form, email, cookie } = await aSigner();
    const right = typed().email ?? "";
    await correct(cookie, right);
    const again = await post(signRoute, form, { params });
    expect(again.cookie).not.toBe(cookie);
    expect((await thanks(again.cookie)).email).toBe(email);
    expect((await thanks(cookie)).email).toBe(right);
  });
});

describe("fault 50: whoever holds only the cookie gains nothing by correcting the address", () => {
  test("the owner's open page confirms nothing any more, and no letter goes out under their address", async () => {
    const { email, cookie } = await aSigner();
    const link = await linkTo(email);
    const shown = await mailedPageOf(by(), link, "en");
    await correct(cookie, typed().email ?? "");
    expect((await post(confirmRoute, { texts: shown.pending?.texts ?? "" }, { params: { token: link } })).status).toBe(
      404,
    );
    const own = await aSigner({ email });
    expect((await confirm(await linkTo(email))).status).toBe(303);
    expect((await thanks(own.cookie)).email).toBeNull();
  });

  test("a cookie given behind the first link sees nothing of what is entered from then on", async () => {
    const { email, cookie } = await aSigner();
    const opened = await post(writeRoute, {}, { params: { token: await linkTo(email) } });
    expect((await thanks(opened.cookie)).email).toBe(email);
    await correct(cookie, typed().email ?? "");
    expect((await thanks(opened.cookie)).email).toBeNull();
    expect((await thanks(cookie)).email).not.toBeNull();
  });

  test("a link asked for again while the address is corrected never leads from the old mailbox to the new one", async () => {
    for (let n = 0; n < 5; n += 1) {
      const { email, cookie } = await aSigner();
      const victim = typed().email ?? "";
      const again = () => post(resendRoute, {}, { cookie, params });
      await Promise.all([correct(cookie, victim), again(), again(), again(), again()]);
      const links = (await mails(email)).map(({ text }) => /\/confirm\/([\w-]+)/.exec(text)?.[1] ?? "");
      for (const link of links) expect((await mailedPageOf(by(), link, "en")).pending).toBeNull();
    }
  });

  test("once it is confirmed the cookie corrects nothing, also at the same instant", async () => {
    for (let n = 0; n < 6; n += 1) {
      const { email, cookie } = await aSigner();
      const token = await linkTo(email);
      const wrong = typed().email ?? "";
      const [, confirmed] = await Promise.all([correct(cookie, wrong), confirm(token)]);
      const page = await mailedPageOf(by(), token, "en");
      expect(confirmed.status).toBe(page.done ? 303 : 404);
      expect(await mails(wrong)).toHaveLength(page.done ? 0 : 1);
      await correct(cookie, typed().email ?? "");
      expect((await mailedPageOf(by(), token, "en")).done).toEqual(page.done);
    }
  });
});

test("a likely slip is pointed out on the page, never refused; the form has what was likely meant", async () => {
  const { email, cookie } = await aSigner({ email: "Sentinella@gmial.com" });
  expect(await thanks(cookie)).toMatchObject({
    email,
    meant: "Sentinella@gmail.com",
    correct: { value: "Sentinella@gmail.com", fault: null },
  });
  expect(await mails(email)).toHaveLength(1);
  const right = await aSigner({ email: "sentinella@mail.com" });
  expect(await thanks(right.cookie)).toMatchObject({ meant: null, correct: { value: right.email } });
});

describe("fault 19: a known and a new address", () => {
  /** What signing leaves in every table: rows, and uses of what is counted in one row. */
  async function traces(): Promise<Record<string, number>> {
    const tables = await sql(
      "test-tables",
      `select tablename as "name" from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
      [],
      z.object({ name: z.string() }),
    );
    const counted = new Set(["MailQuota", "LimitUse"]);
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const what = counted.has(name) ? `coalesce(sum("n"), 0)` : "count(*)";
      const [row] = await sql(`test-trace-${name}`, `select ${what} as "n" from "${name}"`, [], z.object({ n: count }));
      found[name] = row?.n ?? 0;
    }
    return found;
  }
  async function signedAnew(email: string) {
    const before = await traces();
    const answer = await post(signRoute, typed({ email, givenName: "Someone" }), { params });
    const after = await traces();
    const left = Object.fromEntries(Object.entries(after).map(([table, n]) => [table, n - (before[table] ?? 0)]));
    const headers = [...answer.headers].map(([name, value]) => [
      name,
      value.replace(answer.cookie.split("=")[1] ?? "", "…"),
    ]);
    const page = await open(letterRoute, { cookie: answer.cookie, params });
    const next = JSON.stringify([page.shown, await thanks(answer.cookie)]).replaceAll(email, "…");
    return { status: answer.status, headers, body: answer.shown as unknown, left, next };
  }

  test("get the same status, headers and body, the next pages alike, and leave the same rows", async () => {
    const pending = await aSigner();
    const confirmed = await aSigner();
    await confirm(await linkTo(confirmed.email));
    const fresh = await signedAnew(typed().email ?? "");
    expect(fresh.status).toBe(303);
    expect(fresh.left).toMatchObject({ Signature: 1, Token: 2, Delivery: 1, MailQuota: 2 });
    expect(await signedAnew(pending.email)).toEqual(fresh);
    expect(await signedAnew(confirmed.email)).toEqual(fresh);
  });
});
