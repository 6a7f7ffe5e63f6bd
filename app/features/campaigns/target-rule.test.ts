import { expect, it } from "vitest";
import { needsPostalCode, paramsOf, parseTargetRule } from "#app/features/campaigns/target-rule.ts";

it("reads a stored rule", () => {
  expect(parseTargetRule("my-senators", {})).toEqual({ kind: "my-senators" });
  expect(parseTargetRule("my-representative", {})).toEqual({ kind: "my-representative" });
  expect(parseTargetRule("offices", { officeIds: ["us/exec/state"] })).toEqual({
    kind: "offices",
    officeIds: ["us/exec/state"],
  });
});

it.each([
  ["everybody", {}],
  ["offices", {}],
  ["offices", { officeIds: [] }],
  ["offices", { officeIds: ["../x y"] }],
  ["my-senators", { officeIds: ["us/exec/state"] }],
  ["my-senators", null],
])("refuses %s %j", (kind, params) => {
  expect(() => parseTargetRule(kind, params)).toThrow();
});

it("stores a rule as kind and parameters, which read back the same", () => {
  const rule = parseTargetRule("offices", { officeIds: ["eu/parliament", "coe/congress"] });
  expect(parseTargetRule(rule.kind, paramsOf(rule))).toEqual(rule);
});

it("needs a postal code only where the answer depends on it", () => {
  expect(needsPostalCode([{ kind: "offices", officeIds: ["eu/parliament"] }])).toBe(false);
  expect(needsPostalCode([{ kind: "offices", officeIds: ["us/exec/state"] }, { kind: "my-senators" }])).toBe(true);
});
