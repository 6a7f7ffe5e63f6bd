import { describe, expect, it } from "vitest";
import { newId, newToken, tokenHash } from "./id.server.ts";

describe("ids", () => {
  it("tell their instant and sort by it", () => {
    const first = newId(new Date("2026-11-24T12:00:00.000Z"));
    const second = newId(new Date("2026-11-24T12:00:00.001Z"));
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(first < second).toBe(true);
    expect(parseInt(first.replace("-", "").slice(0, 12), 16)).toBe(Date.parse("2026-11-24T12:00:00Z"));
  });
});

describe("a token", () => {
  it("is found by its hash and fits in a link", () => {
    const { token, hash } = newToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(tokenHash(token)).toEqual(hash);
    expect(newToken().token).not.toBe(token);
  });
});
