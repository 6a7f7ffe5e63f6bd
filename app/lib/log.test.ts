import { beforeEach, describe, expect, it, vi } from "vitest";
import { log, logFault } from "./log.server.ts";

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.stubEnv("SESSION_SECRET", "s".repeat(32));
  vi.stubEnv("LOOKUP_KEY", "l".repeat(32));
  vi.stubEnv("PII_KEYS", `k1:${Buffer.alloc(32, 1).toString("base64url")}`);
  vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  return () => vi.unstubAllEnvs();
});

describe("fault 43: the log", () => {
  it("drops a field that is not on the list, whatever the types said", () => {
    log("info", "signed", { status: 303, email: "ani@example.org" } as never);
    expect(JSON.parse(lines[0])).toEqual({ level: "info", event: "signed", status: 303 });
  });

  it("keeps a fault's place and code, not its message", () => {
    const error = Object.assign(new Error("no ani@example.org\n    at 12 Sentinel Street (home)"), { code: "23505" });
    const reference = logFault(error, { route: "/confirm/:token" });
    expect(reference).toMatch(/^R-[0-9A-F]{6}$/);
    expect(lines[0]).not.toMatch(/ani@|Sentinel/);
    expect(JSON.parse(lines[0])).toMatchObject({ reference, code: "23505", error: "Error", route: "/confirm/:token" });
    expect(lines[0]).toContain("log.test.ts");
  });

  it("survives what is no error", () => {
    logFault("ani@example.org");
    logFault(null);
    expect(lines.join()).not.toContain("ani@");
  });

  it("is quiet below its level", () => {
    log("debug", "detail");
    expect(lines).toEqual([]);
  });
});
