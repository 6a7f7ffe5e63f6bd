import { describe, expect, it } from "vitest";
import { formatDate, formatDateTime, formatNumber, formatPercent, joinList } from "./format.ts";

const at = new Date("2026-11-24T21:05:00Z");

describe("formats", () => {
  it("write a date day first, in the zone that matters", () => {
    expect(formatDate("en", at)).toBe("24 November 2026");
    expect(formatDate("en", at, "Asia/Yerevan")).toBe("25 November 2026");
  });

  it("never write an instant without its zone", () => {
    expect(formatDateTime("en", at)).toBe("24 November 2026 at 21:05 UTC");
    expect(formatDateTime("en", at, "Asia/Yerevan")).toBe("25 November 2026 at 01:05 GMT+4");
    expect(formatDateTime("en", at, "America/New_York")).toBe("24 November 2026 at 16:05 EST");
    expect(formatDateTime("en", new Date("2026-07-24T21:05:00Z"), "Europe/London")).toBe("24 July 2026 at 22:05 BST");
    expect(formatDateTime("de", at, "America/New_York")).toBe("24. November 2026 um 16:05 GMT-5");
  });

  it("write numbers and lists", () => {
    expect(formatNumber("en", 12345)).toBe("12,345");
    expect(formatPercent("en", 0.43)).toBe("43%");
    expect(formatPercent("en", 0)).toBe("0%");
    expect(formatPercent("en", 32 / 15_000)).toBe("<1%");
    expect(joinList("en", ["a", "b", "c"])).toBe("a, b, and c");
    expect(joinList("en", ["a", "b"], "disjunction")).toBe("a or b");
  });
});
