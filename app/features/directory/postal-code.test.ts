import { describe, expect, it } from "vitest";
import { isUnderCongress, normalizePostalCode } from "./postal-code.ts";

describe("normalizePostalCode", () => {
  it.each([
    ["91205", "91205"],
    [" 91205 ", "91205"],
    ["91205-1234", "91205"],
    ["91205 1234", "91205"],
    ["912051234", "91205"],
    ["02139", "02139"],
    ["00000", "00000"],
  ])("reads %j", (text, code) => expect(normalizePostalCode(text)).toBe(code));

  it.each(["", "2139", "912055", "91205-12", "9120A", "SW1A 1AA", "٩١٢٠٥", "91205\n91206"])("refuses %j", (text) => {
    expect(normalizePostalCode(text)).toBeNull();
  });
});

it("counts the territories with a delegate to the Congress's voters", () => {
  expect(["US", "pr", "GU", "AM", "PW"].map(isUnderCongress)).toEqual([true, true, true, false, false]);
});
