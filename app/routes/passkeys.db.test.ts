import { expect, it } from "vitest";
import { z } from "zod";
import { removeAccount } from "#app/features/accounts/remove-account.server.ts";
import { setAccount } from "#app/features/accounts/set-account.server.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { password, signedInAs } from "../../tests/support/accounts.ts";
import type { SignedInAs } from "../../tests/support/accounts.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { by, open, post } from "../../tests/support/routes.ts";
import * as accountRoute from "./account._index.tsx";
import * as removeRoute from "./account.passkeys.$id.remove.ts";
import * as addRoute from "./account.passkeys.add.ts";
import * as signInRoute from "./sign-in.passkey.ts";

process.env.CLOCK_OFFSET ??= clockOffset();

async function aPasskeyOf({ id: userId }: SignedInAs, name: string): Promise<string> {
  const id = newId(by().now);
  await sql(
    "test-passkey",
    `insert into "Passkey" ("id", "userId", "name", "publicKey", "credentialID", "counter", "deviceType", "backedUp", "createdAt")
     values ($1, $2, $3, 'key', $4, 0, 'singleDevice', false, $5)`,
    [id, userId, name, `credential ${id}`, by().now],
    none,
  );
  return id;
}
async function passkeysLeft({ id }: SignedInAs): Promise<number> {
  const rows = await sql("test-passkeys", `select 1 as "n" from "Passkey" where "userId" = $1`, [id], z.unknown());
  return rows.length;
}
async function bodyOf(route: typeof signInRoute | typeof addRoute, fields: Record<string, string>, cookie = "") {
  const init = { method: "POST", body: new URLSearchParams(fields), headers: new Headers(cookie ? { cookie } : {}) };
  const context = { network: "192.0.2.1", loopback: false };
  const answer = await route.action({ request: new Request("http://localhost/", init), params: {}, context } as never);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

it("a passkey is listed by its name alone, and removed by nobody but its owner", async () => {
  const [owner, stranger] = [await signedInAs("staff"), await signedInAs("admin")];
  const id = await aPasskeyOf(owner, "My phone");
  const shown = (await open(accountRoute, owner)).shown as { passkeys: object[] };
  expect(shown.passkeys).toEqual([{ id, name: "My phone", createdAt: expect.any(String) }]);
  const params = { id };
  for (const wrong of [
    { cookie: stranger.cookie, params },
    { ...owner, params: { id: "1" } },
  ])
    await expect(post(removeRoute, {}, wrong)).rejects.toMatchObject({ status: 404 });
  expect((await post(removeRoute, {}, { ...owner, params })).location).toBe("/account?passkey-removed");
  expect(await passkeysLeft(owner)).toBe(0);
});

it("an admin's link to a new password takes the passkeys away, and so does removing somebody", async () => {
  const [renewed, removed, admin] = [await signedInAs("staff"), await signedInAs("staff"), await signedInAs("admin")];
  for (const person of [renewed, removed]) await aPasskeyOf(person, "A key");
  const { id, email, name, role } = renewed;
  await transaction((tx) => setAccount(tx, by(), { id, email, name, role, passwordHash: "x" }));
  await removeAccount(admin.by(), removed.id);
  expect([await passkeysLeft(renewed), await passkeysLeft(removed)]).toEqual([0, 0]);
});

it("adding one asks for the password, and for a device that verifies its user", async () => {
  const owner = await signedInAs("organizer");
  const wrong = await bodyOf(addRoute, { name: "Phone", password: "not this one at all" }, owner.cookie);
  expect([wrong.status, wrong.body.options]).toEqual([422, undefined]);
  const right = await bodyOf(addRoute, { name: "Phone", password }, owner.cookie);
  expect(right.body.options).toMatchObject({
    rp: { name: "Redress", id: "localhost" },
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const long = await bodyOf(addRoute, { name: "x".repeat(61), password }, owner.cookie);
  expect(long.status).toBe(422);
  for (const credential of ["{}", "no json", '{"id":"a","rawId":"a","type":"public-key"}'])
    expect((await bodyOf(addRoute, { credential }, owner.cookie)).status).toBe(422);
  expect(await passkeysLeft(owner)).toBe(0);
});

it("asking to sign in with one tells nothing of anybody, and what nobody made opens nothing", async () => {
  const owner = await signedInAs("organizer");
  await aPasskeyOf(owner, "A key");
  const asked = await bodyOf(signInRoute, {}, owner.cookie);
  expect(asked.body.options).toMatchObject({ userVerification: "required", rpId: "localhost" });
  expect(JSON.stringify(asked.body)).not.toContain("allowCredentials");
  expect(asked.headers.get("cache-control")).toBe("no-store");
  const [cookie = ""] = asked.headers.getSetCookie();
  expect(cookie).toMatch(/^redress\.passkey=.*HttpOnly/);
  const response = { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA" };
  const forged = { id: "AA", rawId: "AA", type: "public-key", clientExtensionResults: {}, response };
  const unstorable = { ...forged, id: "\0" };
  for (const credential of ["{", JSON.stringify(unstorable), JSON.stringify(forged)]) {
    const answer = await bodyOf(signInRoute, { credential }, cookie.split(";")[0]);
    expect([answer.status, answer.body.location]).toEqual([422, undefined]);
    expect(answer.headers.getSetCookie().join()).not.toContain("session_token");
  }
});

// The last one: it uses up what the network of all these requests may ask.
it("a network asks so often and no more", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 62; n += 1) statuses.push((await bodyOf(signInRoute, {})).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 422]);
});
