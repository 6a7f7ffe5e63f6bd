import { expect, it } from "vitest";
import { isRunning } from "./term-end.ts";

const term = { start: "2025-01-03", end: "2027-01-03" };

it.each([
  ["2025-01-02T23:59:59Z", false],
  ["2025-01-03T00:00:00Z", true],
  ["2027-01-03T16:59:59.999Z", true],
  ["2027-01-03T17:00:00Z", false],
])("ends a term at noon in Washington: at %s", (now, running) => {
  expect(isRunning(term, new Date(now))).toBe(running);
});
