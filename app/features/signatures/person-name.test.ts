import { expect, test } from "vitest";
import { canonicalName } from "./person-name.ts";

const one = (givenName: string, familyName = "") => canonicalName({ givenName, familyName });

test.each([
  ["cased", "ANN", "ann"],
  ["spaced", "Ann  Lee", " ann lee"],
  ["NFC and NFD", "Zoe\u0308", "Zo\u00EB"],
  ["wide letters", "Ａｎｎ", "Ann"],
  ["O’Brien and O'Brien", "O’Brien", "O'Brien"],
  ["with and without a non-joiner", "علی\u200Cرضا", "علیرضا"],
  ["ß and ss", "Groß", "GROSS"],
  ["the Armenian ligature", "Սևակ", "Սեւակ"],
  ["both forms of sigma", "Νίκος", "ΝΊΚΟΣ"],
  ["an emoji with and without its selector", "Ann ❤️", "Ann ❤"],
])("fault 37: one person, %s", (_what, typed, other) => {
  expect(one(typed)).toBe(one(other));
});

test("one name in either field is one person; another letter is another", () => {
  expect(one("Madonna")).toBe(one("", "Madonna"));
  expect(one("Ann")).not.toBe(one("Anna"));
  expect(one("José")).not.toBe(one("Jose"));
});
