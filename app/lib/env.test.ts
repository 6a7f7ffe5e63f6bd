import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EnvFault, envNames, parseEnv } from "./env.server.ts";

const key = Buffer.alloc(32, 7).toString("base64url");
const secrets = { SESSION_SECRET: "s".repeat(32), PII_KEYS: `k1:${key}`, LOOKUP_KEY: "l".repeat(32) };

function faultsOf(record: Record<string, string | undefined>): string[] {
  try {
    parseEnv(record);
  } catch (error) {
    if (error instanceof EnvFault) return error.faults;
    throw error;
  }
  return [];
}

describe("the environment", () => {
  it("needs nothing outside production", () => {
    const settings = parseEnv({});
    expect(settings).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      APP_URL: "http://127.0.0.1:3000",
      isProduction: false,
    });
  });

  it("takes an empty value as absent", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: "" })).toMatchObject({ PORT: 3000, DATABASE_URL: undefined });
  });

  it("says every fault at once, one line each, and no value", () => {
    const faults = faultsOf({
      PORT: "http",
      DATABASE_URL: "mysql://u:hunter2@h/d",
      PII_KEYS: "k1:hunter2",
      CLOCK_OFFSET: "3 days",
    });
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["PORT", "DATABASE_URL", "PII_KEYS", "CLOCK_OFFSET"]);
    expect(faults.join("\n")).not.toContain("hunter2");
  });

  it("requires the three secrets in production", () => {
    expect(faultsOf({ NODE_ENV: "production" })).toEqual([
      "SESSION_SECRET is required in production",
      "PII_KEYS is required in production",
      "LOOKUP_KEY is required in production",
    ]);
    expect(faultsOf({ NODE_ENV: "production", ...secrets })).toEqual([]);
  });

  it.each([{ CLOCK_OFFSET: "P1D" }, { DEMO: "on" }, { ABUSE_LIMITS: "off" }])(
    "refuses %j in production only",
    (given) => {
      expect(faultsOf(given)).toEqual([]);
      expect(faultsOf({ NODE_ENV: "production", ...secrets, ...given })).toHaveLength(1);
    },
  );

  it("takes an origin and nothing longer for links", () => {
    expect(parseEnv({ APP_URL: "https://Example.org/" }).APP_URL).toBe("https://example.org");
    for (const APP_URL of ["https://example.org/path", "https://u@example.org", "ftp://example.org", "example.org"]) {
      expect(faultsOf({ APP_URL })).toHaveLength(1);
    }
  });

  it("makes its own origin reachable from this machine", () => {
    expect(parseEnv({ HOST: "0.0.0.0", PORT: "80" }).APP_URL).toBe("http://127.0.0.1:80");
    expect(parseEnv({ HOST: "::1" }).APP_URL).toBe("http://[::1]:3000");
  });

  it("refuses a line break in the sender", () => {
    expect(faultsOf({ MAIL_FROM: "Redress <a@example.org>\r\nBcc: b@example.org" })).toHaveLength(1);
  });

  it("stands in .env.example name by name", () => {
    const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const names = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual([...envNames].sort());
  });
});
