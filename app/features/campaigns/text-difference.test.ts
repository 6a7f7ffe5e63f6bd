import { expect, it } from "vitest";
import { differenceOf } from "#app/features/campaigns/text-difference.ts";

const before = (passages: ReturnType<typeof differenceOf>) =>
  passages
    .filter(({ kind }) => kind !== "added")
    .map(({ text }) => text)
    .join("");
const after = (passages: ReturnType<typeof differenceOf>) =>
  passages
    .filter(({ kind }) => kind !== "removed")
    .map(({ text }) => text)
    .join("");

it("says what was taken out and what was added, and loses nothing of either", () => {
  expect(differenceOf("It puts the House on record.", "It puts the Senate on record again.")).toEqual([
    { kind: "same", text: "It puts the" },
    { kind: "removed", text: " House" },
    { kind: "added", text: " Senate" },
    { kind: "same", text: " on" },
    { kind: "removed", text: " record." },
    { kind: "added", text: " record again." },
  ]);
  for (const [one, other] of [
    ["", "a b"],
    ["a", ""],
    ["a\nb\nc", "a\nx\nc"],
    ["a ".repeat(9_000), `${"a ".repeat(8_000)}b\n`],
  ]) {
    const found = differenceOf(one, other);
    expect([before(found), after(found)]).toEqual([one, other]);
  }
  expect(differenceOf("same", "same")).toEqual([{ kind: "same", text: "same" }]);
});

it("compares so much of two texts and no more: what comes after is one text, then the other", () => {
  const line = (end: string, n: number) => `${end}${n} ${"word ".repeat(2_500)}${end}${n}\n`;
  const lines = (end: string) => Array.from({ length: 8 }, (_, n) => line(end, n)).join("");
  const found = differenceOf(lines("a"), lines("b"));
  const same = found.filter(({ kind, text }) => kind === "same" && text.includes("word")).length;
  expect([same > 0, same < 8]).toEqual([true, true]);
  expect([before(found), after(found)]).toEqual([lines("a"), lines("b")]);
});
