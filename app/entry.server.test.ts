import { beforeEach, expect, it, vi } from "vitest";
import { handleError } from "./entry.server.tsx";

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.stubEnv("SESSION_SECRET", "s".repeat(32));
  vi.stubEnv("LOOKUP_KEY", "l".repeat(32));
  vi.stubEnv("PII_KEYS", `k1:${Buffer.alloc(32, 1).toString("base64url")}`);
  vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  return () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  };
});

/** As Remix tells of what it answers by itself. */
const told = (status: number) => ({ status, statusText: "", internal: true, data: "", error: new Error() });
const handled = (error: unknown) => handleError(error, { request: new Request("http://localhost/"), context: {} });

it("a bug stands in the log as a fault; what somebody asked wrongly does not, as often as they like", () => {
  handled(new TypeError("a bug"));
  handled(told(500));
  expect(lines).toHaveLength(2);
  for (const status of [400, 403, 404, 405]) handled(told(status));
  expect(lines).toHaveLength(2);
});
