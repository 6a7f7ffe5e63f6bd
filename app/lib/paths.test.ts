import { describe, expect, it, vi } from "vitest";
import { paths, pathsIn, prefixed, splitLocale } from "./paths.ts";

describe("paths", () => {
  it("cannot be left by what stands in them", () => {
    expect(paths.sign("../x?y#z")).toBe("/c/..%2Fx%3Fy%23z/sign");
    expect(paths.confirmNotMe("a/b")).toBe("/confirm/a%2Fb/not-me");
  });
});

describe("paths in a language", () => {
  it("have its prefix, English none, and programs read the same in all", () => {
    expect(pathsIn("en-XB").sign("detained")).toBe("/en-XB/c/detained/sign");
    expect(pathsIn("en-XB").home()).toBe("/en-XB/");
    expect(pathsIn("en").sign("detained")).toBe("/c/detained/sign");
    expect(pathsIn("en-XB").count("detained")).toBe("/c/detained/count.json");
    expect(pathsIn("en-XB").mailboxJson()).toBe("/mailbox.json");
  });

  it("get the prefix once", () => {
    expect(prefixed(pathsIn("en-XB").me(), "en-XB")).toBe("/en-XB/me");
  });

  it.each([
    ["/en-XB", "en-XB", "/"],
    ["/en-XB?x=1", "en-XB", "/?x=1"],
    ["/en-XB/c/a?s=b", "en-XB", "/c/a?s=b"],
    ["/en-XB/en-XB/me", "en-XB", "/en-XB/me"],
    ["/en-XBx/me", "en", "/en-XBx/me"],
    ["/en/me", "en", "/en/me"],
    ["/hy/me", "en", "/hy/me"],
    ["/c/en-XB", "en", "/c/en-XB"],
  ])("%s is %s, %s", (url, locale, path) => {
    expect(splitLocale(url, ["en", "en-XB"])).toEqual({ locale, path });
    expect(splitLocale(url, ["en"])).toEqual({ locale: "en", path: url });
  });
});

describe("a link", () => {
  it("faults 33, 35: has the configured origin, whatever path is asked for", async () => {
    vi.stubEnv("APP_URL", "https://redress.example");
    vi.stubEnv("SESSION_SECRET", "s".repeat(32));
    vi.stubEnv("LOOKUP_KEY", "l".repeat(32));
    vi.stubEnv("PII_KEYS", `k1:${Buffer.alloc(32, 1).toString("base64url")}`);
    // The environment is read once: another test of this process may have read its own.
    vi.resetModules();
    const { absolute } = await import("./links.server.ts");
    expect(absolute(paths.confirm("t"))).toBe("https://redress.example/confirm/t");
    for (const path of ["//evil.example", "/\\evil.example", "https://evil.example", ".evil.example", ""]) {
      expect(() => absolute(path)).toThrow(TypeError);
    }
    vi.unstubAllEnvs();
    vi.resetModules();
  });
});
