import { expect, it } from "vitest";
import { password, signedInAs } from "../../tests/support/accounts.ts";
import { open, post } from "../../tests/support/routes.ts";
import { codeOf } from "../../tests/support/totp.ts";
import * as setUpRoute from "./account.second-factor._index.tsx";
import * as confirmRoute from "./account.second-factor.confirm.tsx";
import * as adminRoute from "./admin._index.tsx";
import * as auditRoute from "./admin.audit.tsx";

// What a production installation must say; this file has a process's environment of its own.
const { CLOCK_OFFSET: _, ...inherited } = process.env;
process.env = {
  ...inherited,
  NODE_ENV: "production",
  APP_URL: "https://redress.example",
  SESSION_SECRET: "s".repeat(32),
  LOOKUP_KEY: "l".repeat(32),
  PII_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64url")}`,
};

it("in production an admin sets up a second factor before anything else, by a cookie for https alone", async () => {
  const admin = await signedInAs("admin");
  expect(admin.cookie).toMatch(/^__Secure-redress\.session_token=/);
  const sent = await open(adminRoute, admin).catch((thrown: Response) => thrown);
  expect(sent.status).toBe(303);
  expect(sent.headers.get("location")).toBe("/account?first");
  const { uri } = (await post(setUpRoute, { password }, admin)).shown.setUp as { uri: string };
  const on = await post(confirmRoute, { code: codeOf(uri) }, admin);
  expect(on.headers.getSetCookie()[0]).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
  expect((await open(auditRoute, { cookie: on.cookie })).status).toBe(200);
});
