import { expect, it } from "vitest";
import { pluralForms } from "#app/features/campaigns/plural-forms.ts";
import { shareOfGoal } from "#app/features/campaigns/share-of-goal.ts";
import { parseSource, withSource } from "#app/features/campaigns/source.ts";

it("gives a phrase for each plural category of a language", () => {
  expect(pluralForms("en", (n) => (n === 1 ? "1 has" : `${n} have`))).toEqual({ one: "{n} has", other: "{n} have" });
  expect(Object.keys(pluralForms("ar", String)).sort()).toEqual(["few", "many", "one", "other", "two"]);
});

it("tells the share of a goal", () => {
  expect([shareOfGoal(0, 10), shareOfGoal(3, null), shareOfGoal(1, 3), shareOfGoal(20, 10)]).toEqual([0, 0, 33.3, 100]);
});

it("keeps a source of the agreed shape and drops any other", () => {
  const of = (query: string) => parseSource(`http://127.0.0.1/c/x${query}`);
  expect(of("?s=radio-2")).toBe("radio-2");
  for (const query of ["", "?s=", "?s=Radio", "?s=a%20b", `?s=${"a".repeat(33)}`, "?t=radio"])
    expect(of(query)).toBeNull();
  expect(withSource("/c/x/sign", "radio")).toBe("/c/x/sign?s=radio");
  expect(withSource("/c/x/sign", null)).toBe("/c/x/sign");
});
