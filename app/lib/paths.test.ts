import { describe, expect, it, vi } from "vitest";
import { paths } from "./paths.ts";

describe("paths", () => {
  it("cannot be left by what stands in them", () => {
    expect(paths.sign("../x?y#z")).toBe("/c/..%2Fx%3Fy%23z/sign");
    expect(paths.confirmNotMe("a/b")).toBe("/confirm/a%2Fb/not-me");
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
