import { describe, expect, test } from "vitest";
import { typedLine } from "./typed-line.ts";

describe("fault 36: a name of which all can be seen", () => {
  test.each([
    ["right-to-left override", "\u202ENNA", "NNA"],
    ["embedding and pop", "\u202BAnn\u202C", "Ann"],
    ["isolates", "A\u2066n\u2067n\u2068a\u2069", "Anna"],
    ["zero-width space", "A\u200Bnn", "Ann"],
    ["byte order mark", "\uFEFFAnn", "Ann"],
    ["soft hyphen and word joiner", "An\u00ADn\u2060a", "Anna"],
    ["joiners that no script asks for", "A\u200Dn\u200Cn\u200D", "Ann"],
    ["two lines", "Ann\r\nBcc: x", "Ann Bcc: x"],
  ])("without %s", (_what, typed, line) => {
    expect(typedLine(typed)).toBe(line);
  });

  test.each([
    ["O’Brien", "O’Brien"],
    ["Μαρία", "Μαρία"],
    ["Անի", "Անի"],
    ["عبد الله", "عبد الله"],
    ["a Persian name with its non-joiner", "علی\u200Cرضا"],
    ["a conjunct held open", "क्\u200Dष"],
    ["an emoji of several", "👩🏽\u200D🚀"],
    ["surrogate pairs", "𝒜nn 🕊️"],
  ])("as it is: %s", (_what, typed = _what) => {
    expect(typedLine(typed)).toBe(typed);
  });

  test.each(["", " \u00A0\t", "\u200B", "\u200D\u200C", "\u3164", "\u202E\u202C"])("%j is none", (typed) => {
    expect(typedLine(typed)).toBe("");
  });
});

test("fault 37: composed and decomposed letters are typed alike", () => {
  expect(typedLine("Anne\u0301")).toBe(typedLine("Ann\u00E9"));
});
