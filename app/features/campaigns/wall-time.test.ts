import { describe, expect, it } from "vitest";
import { endInstantOf, endWallTimeOf, instantOf, wallTimeOf } from "#app/features/campaigns/wall-time.ts";

const newYork = "America/New_York";

describe("fault 24: what a wall time means", () => {
  it.each([
    ["2026-12-01", "09:00", newYork, "2026-12-01T14:00:00.000Z"],
    ["2027-07-01", "09:00", newYork, "2027-07-01T13:00:00.000Z"],
    ["2026-12-01", "09:00", "Asia/Yerevan", "2026-12-01T05:00:00.000Z"],
    ["2026-12-01", "00:00", "Pacific/Kiritimati", "2026-11-30T10:00:00.000Z"],
    // Clocks show half past one twice on this night: the first is meant.
    ["2027-11-07", "01:30", newYork, "2027-11-07T05:30:00.000Z"],
  ])("%s %s in %s is %s", (day, time, zone, instant) => {
    expect(instantOf({ day, time }, zone)).toEqual({ at: new Date(instant) });
  });

  it("is nothing in the hour that clocks jump over", () => {
    expect(instantOf({ day: "2027-03-14", time: "02:30" }, newYork)).toBe("gap");
    expect(instantOf({ day: "2027-03-14", time: "03:00" }, newYork)).toEqual({ at: new Date("2027-03-14T07:00:00Z") });
    // Samoa left out a whole day.
    expect(endInstantOf({ day: "2011-12-30", time: "" }, "Pacific/Apia")).toBe("gap");
  });

  it("is nothing where it is no time", () => {
    for (const [day, time] of [
      ["2027-02-30", "10:00"],
      ["2027-02-20", "25:00"],
      ["soon", "10:00"],
      ["2027-02-20", ""],
    ])
      expect(instantOf({ day, time }, newYork)).toBe("form");
  });

  it("an end without a time is the end of that day, and comes back as that", () => {
    const end = endInstantOf({ day: "2027-03-14", time: "" }, newYork);
    expect(end).toEqual({ at: new Date("2027-03-15T04:00:00Z") });
    expect(endWallTimeOf(new Date("2027-03-15T04:00:00Z"), newYork)).toEqual({ day: "2027-03-14", time: "" });
    expect(wallTimeOf(new Date("2027-03-15T04:00:00Z"), newYork)).toEqual({ day: "2027-03-15", time: "00:00" });
  });
});
