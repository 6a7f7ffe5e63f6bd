/* eslint-disable max-lines -- the limit is for routes; this tries several of them on one database */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changeRole } from "#app/features/accounts/change-role.server.ts";
import { removeAccount } from "#app/features/accounts/remove-account.server.ts";
import { sql } from "#app/lib/db.server.ts";
import { password, signedInAs } from "../../tests/support/accounts.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { open, post } from "../../tests/support/routes.ts";
import { codeOf } from "../../tests/support/totp.ts";
import * as accountRoute from "./account._index.tsx";
import * as passwordRoute from "./account.password.tsx";
import * as confirmRoute from "./account.second-factor.confirm.tsx";
import * as offRoute from "./account.second-factor.off.tsx";
import * as setUpRoute from "./account.second-factor._index.tsx";
import * as endRoute from "./account.sessions.$id.end.ts";
import * as adminRoute from "./admin._index.tsx";
import * as signInRoute from "./sign-in._index.tsx";
import * as twoFactorRoute from "./sign-in.two-factor.tsx";
import * as signOutRoute from "./sign-out.ts";

process.env.CLOCK_OFFSET ??= clockOffset();

const signIn = (email: string, typed = password, more: Record<string, string> = {}) =>
  post(signInRoute, { email, password: typed, ...more });
/** The status that a page answers with, thrown or not. */
async function statusOf(asked: Promise<{ status: number }>): Promise<number> {
  try {
    return (await asked).status;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}
async function inTurn(times: number, ask: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < times; n += 1) await ask(n);
}
const account = (cookie: string) => open(accountRoute, { cookie });

describe("signing in", () => {
  it("leads to the page that was asked for, by a cookie that no script reads", async () => {
    const { email } = await signedInAs("staff");
    const answer = await signIn(` ${email.toUpperCase()} `, password, { next: "/staff/queue?state=held" });
    expect([answer.status, answer.location]).toEqual([303, "/staff/queue?state=held"]);
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^redress\.session_token=\S+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await account(answer.cookie)).shown.account.email).toBe(email);
    expect(await statusOf(open(signInRoute, { cookie: answer.cookie }))).toBe(303);
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example/staff", "javascript:alert(1)", "/c/detained"])(
    "fault 33: never to %s",
    async (next) => {
      const { email } = await signedInAs("staff");
      expect((await signIn(email, password, { next })).location).toBe("/sign-in");
    },
  );

  it("answers alike for a wrong password, an unknown address, somebody removed and one try too many", async () => {
    const known = await signedInAs("organizer");
    const removed = await signedInAs("organizer");
    const admin = await signedInAs("admin");
    await removeAccount(admin.by(), removed.id);
    const wrong = await signIn(known.email, "five words with some spaces");
    expect(wrong).toMatchObject({ status: 422, cookie: "", shown: { email: known.email, next: null } });
    const shape = ({ status, cookie, location, shown }: typeof wrong) => ({
      status,
      cookie,
      location,
      next: shown.next,
    });
    const unknown = await signIn("nobody-at-all@example.org");
    expect(shape(unknown)).toEqual(shape(wrong));
    expect(shape(await signIn(removed.email))).toEqual(shape(wrong));
    expect(shape(await signIn("no address"))).toEqual(shape(wrong));
    for (let n = 0; n < 9; n += 1) await signIn(known.email, "five words with some spaces");
    expect(shape(await signIn(known.email))).toEqual(shape(wrong));
  });

  it("keeps no password, no network and no more of the browser than its name", async () => {
    const { id, email } = await signedInAs("organizer");
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    await post(
      signInRoute,
      { email, password },
      { headers: { "user-agent": userAgent, "x-forwarded-for": "192.0.2.7" } },
    );
    const rows = await sql(
      "test-sessions",
      `select to_jsonb(s) as "session", to_jsonb(a) as "account" from "Session" s join "Account" a using ("userId")
       where "userId" = $1`,
      [id],
      z.object({ session: z.record(z.string(), z.unknown()), account: z.record(z.string(), z.unknown()) }),
    );
    expect(rows.map(({ session }) => session.userAgent).sort()).toEqual(["/", "Firefox/Linux"]);
    expect(JSON.stringify(rows)).not.toContain(password);
    expect(JSON.stringify(rows)).not.toContain("192.0.2");
    expect(rows[0]?.account.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("whoever tries an address again and again", () => {
  const guess = (email: string, network: string, n = 10) =>
    inTurn(n, () => post(signInRoute, { email, password: "five words with some spaces" }, { network }));
  const owner = (email: string, network: string, cookie = "") =>
    post(signInRoute, { email, password }, { network, cookie });

  it("locks out nobody who comes from another network, and guesses no more where they are", async () => {
    const { email } = await signedInAs("organizer");
    await guess(email, "198.51.100.1");
    expect((await owner(email, "198.51.100.1")).status).toBe(422);
    expect((await owner(email, "198.51.100.2")).status).toBe(303);
  });

  it("from many networks comes to an end, and still locks out nobody whose browser signed in before", async () => {
    const { email } = await signedInAs("organizer");
    const { headers, cookie } = await owner(email, "203.0.113.200");
    expect(headers.getSetCookie().at(-1)).toMatch(
      /^device=[\w-]{22}\.[\w-]{43}; Max-Age=15552000; Path=\/sign-in; HttpOnly; SameSite=Lax$/,
    );
    await inTurn(10, (n) => guess(email, `203.0.113.${n}`));
    expect((await owner(email, "203.0.113.201")).status).toBe(422);
    const again = await owner(email, "203.0.113.1", cookie);
    expect(again.status).toBe(303);
    const other = await signedInAs("organizer");
    await guess(other.email, "203.0.113.202");
    expect((await owner(other.email, "203.0.113.202", cookie)).status).toBe(422);
  });

  it("from a browser that signed in before is stopped like everybody", async () => {
    const { email } = await signedInAs("organizer");
    const { cookie } = await owner(email, "203.0.113.210");
    await inTurn(10, () =>
      post(signInRoute, { email, password: "five words with some spaces" }, { network: "203.0.113.210", cookie }),
    );
    expect((await owner(email, "203.0.113.210", cookie)).status).toBe(422);
  });
});

describe("a session", () => {
  it("ends by signing out, and for those elsewhere by a changed password", async () => {
    const { email, cookie } = await signedInAs("organizer");
    const other = (await signIn(email)).cookie;
    const wrong = await post(
      passwordRoute,
      { current: "not this one at all", password: "another four word one" },
      { cookie },
    );
    expect(wrong.shown.faults).toEqual([{ field: "current", sentence: expect.any(String) }]);
    const short = await post(passwordRoute, { current: password, password: "short" }, { cookie });
    expect([short.status, short.shown.faults[0].field]).toEqual([422, "password"]);
    const changed = await post(passwordRoute, { current: password, password: "another four word one" }, { cookie });
    expect(changed.status).toBe(303);
    expect(await statusOf(account(other))).toBe(303);
    expect(await statusOf(account(cookie))).toBe(303);
    expect(await statusOf(account(changed.cookie))).toBe(200);
    await post(signOutRoute, {}, { cookie: changed.cookie });
    expect(await statusOf(account(changed.cookie))).toBe(303);
  });

  it("is listed without its token, and ended by its id, by nobody but its owner", async () => {
    const { email, cookie } = await signedInAs("organizer");
    const other = (await signIn(email)).cookie;
    const { sessions } = (await account(cookie)).shown as { sessions: { id: string; isThis: boolean }[] };
    expect(sessions).toHaveLength(2);
    const token = decodeURIComponent(other).split("=")[1]?.split(".")[0] ?? "";
    expect(token.length).toBeGreaterThan(20);
    expect(JSON.stringify((await account(other)).shown)).not.toContain(token);
    const id = sessions.find(({ isThis }) => !isThis)?.id ?? "";
    const stranger = await signedInAs("admin");
    const params = { id };
    expect(await statusOf(post(endRoute, {}, { cookie: stranger.cookie, params }))).toBe(404);
    expect(await statusOf(account(other))).toBe(200);
    expect(await statusOf(post(endRoute, {}, { cookie, params }))).toBe(303);
    expect(await statusOf(account(other))).toBe(303);
  });

  it("of two admins who let each other go at once, one stays", async () => {
    const [one, other] = [await signedInAs("admin"), await signedInAs("admin")];
    const outcomes = await Promise.all([
      changeRole(one.by(), other.id, "staff"),
      removeAccount(other.by(), one.id),
      changeRole(other.by(), one.id, "organizer"),
      removeAccount(one.by(), other.id),
    ]);
    const rows = await sql(
      "test-admins",
      `select "id" from "User" where "id" = any($1) and "role" = 'admin' and "removedAt" is null`,
      [[one.id, other.id]],
      z.object({ id: z.string() }),
    );
    expect([rows.length, outcomes]).toEqual([1, expect.arrayContaining(["unknown"])]);
    const gone = rows[0]?.id === one.id ? other : one;
    const admin = await signedInAs("admin");
    expect(await changeRole(gone.by(), admin.id, "staff")).toBe("unknown");
    expect(await removeAccount(gone.by(), admin.id)).toBe("unknown");
  });

  it("of somebody who was demoted or removed opens nothing more at once", async () => {
    const admin = await signedInAs("admin");
    const demoted = await signedInAs("admin");
    const removed = await signedInAs("admin");
    expect(await statusOf(open(adminRoute, { cookie: demoted.cookie }))).toBe(200);
    expect(await changeRole(admin.by(), demoted.id, "organizer")).toBe("changed");
    expect(await removeAccount(admin.by(), removed.id)).toBe("removed");
    expect(await statusOf(open(adminRoute, { cookie: demoted.cookie }))).toBe(404);
    expect(await statusOf(open(adminRoute, { cookie: removed.cookie }))).toBe(303);
    expect(await changeRole(admin.by(), admin.id, "staff")).toBe("own");
    expect(await removeAccount(admin.by(), admin.id)).toBe("own");
  });
});

it("a session that began while its account was being removed opens nothing", async () => {
  const { id, cookie } = await signedInAs("admin");
  await sql("test-remove", `update "User" set "removedAt" = "createdAt" where "id" = $1`, [id], z.unknown());
  expect(await statusOf(account(cookie))).toBe(303);
});

it("whoever has somebody's session guesses their password ten times, by whatever form, and then no more", async () => {
  const { cookie } = await signedInAs("organizer");
  const change = (current: string) => post(passwordRoute, { current, password: "another four word one" }, { cookie });
  for (let n = 0; n < 5; n += 1) {
    expect((await change("not this one at all")).status).toBe(422);
    expect((await post(setUpRoute, { password: "not this one at all" }, { cookie })).status).toBe(422);
  }
  expect((await change(password)).status).toBe(422);
  expect((await post(setUpRoute, { password }, { cookie })).status).toBe(422);
});

describe("the second factor", () => {
  async function withSecondFactor() {
    const person = await signedInAs("staff");
    expect((await post(setUpRoute, { password: "not this one at all" }, person)).status).toBe(422);
    const { uri, recoveryCodes } = (await post(setUpRoute, { password }, person)).shown.setUp as {
      uri: string;
      recoveryCodes: string[];
    };
    expect((await post(confirmRoute, { code: "000000" }, person)).status).toBe(422);
    const on = await post(confirmRoute, { code: codeOf(uri).replace(/^.../, "$& ") }, person);
    expect(on.location).toBe("/account?second-factor-on");
    return { ...person, cookie: on.cookie, uri, recoveryCodes };
  }

  it("is asked for after the password, and without it nobody is signed in", async () => {
    const { email, uri } = await withSecondFactor();
    const half = await signIn(email, password, { next: "/staff" });
    expect(half.location).toBe("/sign-in/two-factor?next=%2Fstaff");
    expect(await statusOf(account(half.cookie))).toBe(303);
    const wrong = await post(twoFactorRoute, { code: "123", next: "/staff" }, { cookie: half.cookie });
    expect([wrong.status, wrong.shown]).toEqual([422, { kind: "app", next: "/staff" }]);
    const right = await post(twoFactorRoute, { code: codeOf(uri), next: "/staff" }, { cookie: half.cookie });
    expect([right.status, right.location]).toEqual([303, "/staff"]);
    expect(await statusOf(account(right.cookie))).toBe(200);
  });

  it("takes each recovery code once", async () => {
    const { email, recoveryCodes } = await withSecondFactor();
    const [code = ""] = recoveryCodes;
    const show = async () => {
      const { cookie } = await signIn(email);
      return (await post(twoFactorRoute, { code, kind: "recovery" }, { cookie })).status;
    };
    expect([await show(), await show()]).toEqual([303, 422]);
  });

  it("is turned off by the password alone, and asked for no more", async () => {
    const { cookie } = await withSecondFactor();
    expect((await post(offRoute, { password: "not this one at all" }, { cookie })).status).toBe(422);
    const off = await post(offRoute, { password }, { cookie });
    expect(off.location).toBe("/account?second-factor-off");
    expect((await account(off.cookie)).shown.hasSecondFactor).toBe(false);
  });
});

// The last one: it uses up what the network of all these requests may try.
it("a network that tried too often is answered like a wrong password, whatever it types", async () => {
  const { email } = await signedInAs("organizer");
  for (let n = 0; n < 30; n += 1) await signIn(`guess${n}@example.org`);
  expect(await signIn(email)).toMatchObject({ status: 422, cookie: "" });
});
