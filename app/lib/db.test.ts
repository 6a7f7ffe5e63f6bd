import { describe, expect, it } from "vitest";
import { bytes, count, instant, isDatabaseDown } from "./db.server.ts";

describe("a database that is down", () => {
  const coded = (code: string) => Object.assign(new Error("x"), { code });

  it.each([
    "ECONNREFUSED",
    "EAI_AGAIN",
    "08006",
    "57P01",
    "57P03",
    "57P05",
    "53300",
    "53100",
    "55000",
    "58030",
    "25006",
  ])("is told by %s", (code) => {
    expect(isDatabaseDown(coded(code))).toBe(true);
    expect(isDatabaseDown(new Error("outer", { cause: coded(code) }))).toBe(true);
    expect(isDatabaseDown(new AggregateError([coded(code)]))).toBe(true);
  });

  it.each(["23505", "42P01", "22P02"])("is not told by %s, a statement it refused", (code) => {
    expect(isDatabaseDown(coded(code))).toBe(false);
  });

  it("is not told by what is no error", () => {
    expect(isDatabaseDown({ code: "ECONNREFUSED" })).toBe(false);
  });
});

describe("codecs", () => {
  it("read both drivers' rows alike", () => {
    expect([count.parse("12"), count.parse(12n), count.parse(12)]).toEqual([12, 12, 12]);
    expect(instant.parse("2026-11-24T12:00:00Z")).toEqual(instant.parse(new Date("2026-11-24T12:00:00Z")));
    expect(bytes.parse(Buffer.from([1, 2]))).toEqual(new Uint8Array([1, 2]));
  });

  it("refuse a number that would not be exact", () => {
    expect(() => count.parse("9007199254740993")).toThrow();
    expect(() => count.parse("1.5")).toThrow();
  });
});
