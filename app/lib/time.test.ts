import { describe, expect, it } from "vitest";
import { days, earlier, hours, later, minutes, parseDuration, seconds, shifted } from "./time.ts";

const noon = new Date("2026-11-24T12:00:00Z");

describe("durations", () => {
  it("carry their unit", () => {
    expect([seconds(1), minutes(1), hours(1), days(1)]).toEqual([1000, 60_000, 3_600_000, 86_400_000]);
    expect(later(noon, days(7)).toISOString()).toBe("2026-12-01T12:00:00.000Z");
    expect(earlier(noon, minutes(30)).toISOString()).toBe("2026-11-24T11:30:00.000Z");
  });

  it.each([
    ["P3D", 0, days(3)],
    ["-PT90M", 0, -minutes(90)],
    ["P1Y2M", 14, 0],
    ["P1W", 0, days(7)],
    ["PT1.5S", 0, 1500],
    ["-P1DT2H", 0, -hours(26)],
  ])("reads %s", (text, months, ms) => {
    const read = parseDuration(text);
    // `+ 0` makes -0 zero.
    expect({ months: (read?.months ?? NaN) + 0, ms: (read?.ms ?? NaN) + 0 }).toEqual({ months, ms });
  });

  it.each(["", "P", "PT", "3D", "P3", "P1H", "PT1D", "P3D ", "P1.5D"])("refuses %j", (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it("moves by calendar months without leaving the month", () => {
    const endOfJanuary = new Date("2026-01-31T12:00:00Z");
    expect(shifted(endOfJanuary, { months: 1, ms: 0 }).toISOString()).toBe("2026-02-28T12:00:00.000Z");
    expect(shifted(noon, { months: -12, ms: hours(1) }).toISOString()).toBe("2025-11-24T13:00:00.000Z");
  });
});
