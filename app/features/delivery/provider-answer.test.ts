import { describe, expect, it } from "vitest";
import { minutes, seconds } from "#app/lib/time.ts";
import { backoff } from "./internal/outcome-of.ts";
import { Pace } from "./internal/pace.ts";
import { judge } from "./provider-answer.ts";

const refused = (statusCode: number | null, name: string, message = "") =>
  judge({ data: null, error: { statusCode, name, message }, headers: { "retry-after": "7" } });

describe("what the provider's answer means", () => {
  it("is accepted only with an id", () => {
    expect(judge({ data: { id: "x" }, error: null })).toEqual({ kind: "accepted", providerId: "x", cause: "accepted" });
    expect(judge({ data: {}, error: null })).toMatchObject({ kind: "retry", notTaken: false, counts: true });
    expect(judge({ data: null, error: null })).toMatchObject({ kind: "retry", notTaken: false, counts: true });
  });

  it.each([
    [null, "application_error"],
    [409, "concurrent_idempotent_requests"],
    [500, "internal_server_error"],
    [503, "application_error"],
    [408, "application_error"],
  ])("repeats where the outcome is unknown: %s %s", (status, name) => {
    expect(refused(status, name)).toMatchObject({ kind: "retry", notTaken: false, counts: true });
  });

  it("repeats after 429, when the provider says", () => {
    expect(refused(429, "rate_limit_exceeded")).toMatchObject({
      kind: "retry",
      notTaken: true,
      counts: false,
      after: 7000,
    });
  });

  it.each([
    [429, "daily_quota_exceeded", ""],
    [429, "monthly_quota_exceeded", ""],
    [401, "missing_api_key", ""],
    [401, "restricted_api_key", ""],
    [403, "invalid_api_key", ""],
    [403, "validation_error", "The redress.example domain is not verified."],
    [404, "not_found", "The requested endpoint does not exist."],
    [404, "application_error", "a page of a proxy's"],
    [405, "method_not_allowed", ""],
    [400, "application_error", "a page of a proxy's"],
    [407, "application_error", ""],
    [410, "application_error", ""],
  ])("parks what the operator has to mend: %s %s %s", (status, name, message) => {
    expect(refused(status, name, message)).toMatchObject({ kind: "park" });
  });

  it("holds what was taken with other bytes", () => {
    expect(refused(409, "invalid_idempotent_request")).toEqual({
      kind: "held",
      cause: "409 invalid_idempotent_request",
    });
  });

  it.each([
    [400, "validation_error"],
    [403, "validation_error"],
    [413, "application_error"],
    [422, "missing_required_field"],
    [451, "security_error"],
  ])("never repeats %s %s", (status, name) => {
    expect(refused(status, name)).toMatchObject({ kind: "failed" });
  });

  it("keeps no sentence of the provider's, which may quote an address (fault 43)", () => {
    expect(JSON.stringify(refused(422, "invalid ann@example.org", "to ann@example.org"))).not.toContain("ann");
  });

  it.each([
    ["0", 0],
    ["99999", 3_600_000],
    ["soon", null],
    ["-1", null],
  ])("reads retry-after %s", (text, after) => {
    const error = { statusCode: 429, name: "rate_limit_exceeded" };
    expect(judge({ data: null, error, headers: { "retry-after": text } })).toMatchObject({ after });
  });
});

describe("waiting", () => {
  it("grows from a second or two to half an hour", () => {
    expect(backoff(1, 0)).toBe(seconds(1));
    expect(backoff(1, 1)).toBe(seconds(2));
    expect(backoff(40, 0)).toBe(minutes(15));
    expect(backoff(4000, 1)).toBe(minutes(30));
  });

  it("spaces a real provider's requests evenly", async () => {
    const pace = new Pace();
    const start = performance.now();
    await Promise.all(Array.from({ length: 6 }, () => pace.turn(50)));
    expect(performance.now() - start).toBeGreaterThanOrEqual(5 * 20 - 5);
    const free = performance.now();
    await Promise.all(Array.from({ length: 6 }, () => pace.turn(null)));
    expect(performance.now() - free).toBeLessThan(20);
  });
});
