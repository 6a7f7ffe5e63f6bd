import { describe, expect, it } from "vitest";
import { formatDate, formatNumber } from "./format.ts";
import { countryName } from "./region-names.ts";
import { catalogue, dirOf, passageIn, servedLocales } from "./words.ts";

const words = catalogue({
  signed: "{n, plural, one {# person} other {# people}} signed",
  less: "a < b <c>",
  hello: "Dear {name},",
});

describe("a catalogue", () => {
  it("forms plurals and leaves tags alone", () => {
    const t = words("en");
    expect(t("signed", { n: 1 })).toBe("1 person signed");
    expect(t("signed", { n: 2 })).toBe("2 people signed");
    expect(t("less")).toBe("a < b <c>");
  });

  it("speaks English where it has no other words", () => {
    expect(words("hy")("signed", { n: 1 })).toBe("1 person signed");
    expect(words("constructor")("signed", { n: 1 })).toBe("1 person signed");
  });

  it("never shows a sentence with a hole", () => {
    expect(() => words("en")("signed")).toThrow();
  });

  it("fault 28: does not run a value as a message", () => {
    expect(words("en")("hello", { name: "{{constructor}} {n} ${x}" })).toBe("Dear {{constructor}} {n} ${x},");
  });
});

describe("the pseudo-locale", () => {
  it("marks every word of ours and every value, so that what was left in the code is found", () => {
    expect(words("en-XB")("hello", { name: "Sample" })).toBe("\u202EDear\u202C \u2068Sample\u2069,");
    expect(words("en-XB")("signed", { n: 1 })).toBe("1 \u202Eperson\u202C \u202Esigned\u202C");
  });

  it("marks each line and each piece of a sentence that a page parts", () => {
    const t = catalogue({ two: "One.\n\nTwo.", link: "See <link> for more." })("en-XB");
    expect(t("two")).toBe("\u202EOne.\u202C\n\n\u202ETwo.\u202C");
    expect(t("link").split("<link>")).toEqual(["\u202ESee\u202C ", " \u202Efor more.\u202C"]);
  });

  it("is served nowhere where people come to read, and begins on the right", () => {
    expect(servedLocales(true)).toEqual(["en"]);
    expect(servedLocales(false)).toContain("en-XB");
    expect([dirOf("en"), dirOf("en-XB")]).toEqual(["ltr", "rtl"]);
  });

  it("writes numbers, dates and countries as English does", () => {
    expect(formatNumber("en-XB", 1200)).toBe("1,200");
    expect(formatDate("en-XB", new Date("2026-11-24T00:00:00Z"))).toBe("24 November 2026");
    expect(countryName("en-XB", "AM")).toBe("Armenia");
  });
});

it("a passage says its language only on a page in another", () => {
  expect(passageIn("en", "en")).toEqual({});
  expect(passageIn("en", "en-XB")).toEqual({ lang: "en", dir: "ltr" });
});
