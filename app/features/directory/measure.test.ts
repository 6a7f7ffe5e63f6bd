import { describe, expect, it } from "vitest";
import {
  chamberOf,
  isLapsed,
  isVotedOnIn,
  measureIdFrom,
  measureName,
  measureNameFrom,
  measureRef,
} from "./measure.ts";

describe("a measure", () => {
  it("is named as Congress cites it, and has a place in an address", () => {
    expect(measureName({ type: "hjres", number: 12 })).toBe("H.J.Res. 12");
    expect([measureNameFrom("us/119/hres/1"), measureNameFrom("")]).toEqual(["H.Res. 1 (119)", ""]);
    expect(measureRef({ id: "us/119/hres/1" })).toBe("119-hres-1");
    expect(measureIdFrom("119-hres-1")).toBe("us/119/hres/1");
  });

  it.each(["119-hres-0", "119-house-1", "119-hres", "0-hres-1", "us/119/hres/1", "119-toString-1", ""])(
    "has no place at %j",
    (ref) => expect(measureIdFrom(ref)).toBeNull(),
  );

  it("begins in the chamber of its type; only simple resolutions stay there", () => {
    expect([chamberOf("hconres"), chamberOf("s")]).toEqual(["house", "senate"]);
    expect(isVotedOnIn({ type: "hr", chamber: "house" }, "senate")).toBe(true);
    expect(isVotedOnIn({ type: "hres", chamber: "house" }, "senate")).toBe(false);
    expect(isVotedOnIn({ type: "sres", chamber: "senate" }, "senate")).toBe(true);
  });

  it("lapses with its Congress at noon in Washington (fault 57)", () => {
    expect(isLapsed({ congress: 119 }, new Date("2027-01-03T16:59:59Z"))).toBe(false);
    expect(isLapsed({ congress: 119 }, new Date("2027-01-03T17:00:00Z"))).toBe(true);
    expect(isLapsed({ congress: 118 }, new Date("2026-11-24T12:00:00Z"))).toBe(true);
  });
});
