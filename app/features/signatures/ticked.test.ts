import { expect, it } from "vitest";
import { isTicked } from "./ticked.ts";

const candidates = ["F000483", "G000585"];

it.each([
  ["nobody touched the boxes: all", null, "P000145", true],
  ["ticked", ["P000145"], "P000145", true],
  ["not ticked", ["P000145"], "F000483", false],
  ["the district was chosen after its box was ticked", ["house", "P000145"], "F000483", true],
  ["another district was chosen", ["F000483"], "G000585", true],
  ["the district is not known any more", ["F000483"], "house", true],
  ["a seat does not tick a senator", ["house"], "P000145", false],
  ["nothing ticked", [], "house", false],
])("%s", (_why, ticked, key, is) => {
  expect(isTicked(ticked, key, candidates)).toBe(is);
});
