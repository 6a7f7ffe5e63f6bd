import { describe, expect, it } from "vitest";
import { parseEnv } from "#app/lib/env.server.ts";
import { listensOn } from "./loopback.ts";
import { describeMailRoute, mailRoute } from "./mail-channel.server.ts";

const production = {
  NODE_ENV: "production",
  SESSION_SECRET: "s".repeat(32),
  LOOKUP_KEY: "l".repeat(32),
  PII_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64url")}`,
};
const route = (record: Record<string, string>, isDemo = false) => mailRoute(parseEnv(record), { isDemo });
const mailbox = { to: "local", baseUrl: "http://127.0.0.1:3000/mailbox/resend", apiKey: "local" };

describe("the live lock", () => {
  it.each([
    {},
    { RESEND_API_KEY: "re_live" },
    { RESEND_API_KEY: "re_live", NODE_ENV: "development" },
    { RESEND_API_KEY: "re_live", NODE_ENV: "Production" },
    { RESEND_API_KEY: "re_live", RESEND_BASE_URL: "https://api.resend.com" },
    { RESEND_API_KEY: "re_live", RESEND_BASE_URL: "http://127.0.0.1.evil.example" },
    { RESEND_API_KEY: "re_live", RESEND_BASE_URL: "http://127.0.0.1@evil.example" },
    { RESEND_API_KEY: "re_live", RESEND_BASE_URL: "http://localhost.evil.example" },
    { RESEND_API_KEY: "re_live", RESEND_BASE_URL: "http://10.0.0.1" },
    { RESEND_API_KEY: "re_live", RESEND_BASE_URL: "http://0.0.0.0:9" },
  ])("fault 56: on a developer's machine mail goes to the local mailbox, whatever is set: %o", (record) => {
    expect(route(record as Record<string, string>)).toMatchObject(mailbox);
    expect(route(record as Record<string, string>, true)).toMatchObject(mailbox);
  });

  it("fault 56: and start says so", () => {
    expect(describeMailRoute(parseEnv({ RESEND_API_KEY: "re_live" }))).toEqual([
      "no live sending: all mail goes to the local mailbox",
      "RESEND_API_KEY is set and not used: live sending needs NODE_ENV=production",
    ]);
    expect(describeMailRoute(parseEnv({}))).toEqual(["no live sending: all mail goes to the local mailbox"]);
    expect(describeMailRoute(parseEnv({ ...production, RESEND_API_KEY: "re" }))).toEqual([
      "LIVE SENDING: mail leaves through api.resend.com",
    ]);
  });

  it.each(["http://127.0.0.1:4010", "http://127.3.2.1:4010/", "http://[::1]:4010", "http://localhost:4010"])(
    "lets a provider on loopback be used, without the real key: %s",
    (baseUrl) => {
      const found = route({ RESEND_BASE_URL: baseUrl, RESEND_API_KEY: "re_live" });
      expect(found).toEqual({
        to: "provider",
        baseUrl: baseUrl.replace(/\/$/, ""),
        apiKey: "local",
        ratePerSecond: null,
      });
    },
  );

  it("opens only in production, for what is no demo, with a key, at the provider's pace", () => {
    const live = { ...production, RESEND_API_KEY: "re_live", RESEND_RATE_PER_SECOND: "2" };
    expect(route(live)).toEqual({
      to: "provider",
      baseUrl: "https://api.resend.com",
      apiKey: "re_live",
      ratePerSecond: 2,
    });
    expect(route(live, true)).toEqual({ to: "hold", reason: "demo" });
    expect(route(production)).toEqual({ to: "nowhere" });
  });

  it.each([
    ["0.0.0.0", "http://127.0.0.1:8080/mailbox/resend"],
    ["::", "http://127.0.0.1:8080/mailbox/resend"],
    ["::1", "http://[::1]:8080/mailbox/resend"],
    ["192.0.2.7", "http://127.0.0.1:8080/mailbox/resend"],
  ])("finds the mailbox of a web process that listens on %s", (HOST, baseUrl) => {
    expect(route({ HOST, PORT: "8080" })).toMatchObject({ baseUrl });
  });
});

it("listens on loopback beside an address of the network, in no production", () => {
  expect(listensOn("192.0.2.7", false)).toEqual(["192.0.2.7", "127.0.0.1"]);
  expect(listensOn("192.0.2.7", true)).toEqual(["192.0.2.7"]);
  for (const host of ["127.0.0.1", "::1", "localhost", "0.0.0.0", "::"]) expect(listensOn(host, false)).toEqual([host]);
});
