import { expect, test } from "vitest";
import type { TargetRule } from "#app/features/campaigns/target-rule.ts";
import { orderOfTargets } from "./order-of-targets.ts";

const rules: TargetRule[] = [
  { kind: "my-representative" },
  { kind: "my-senators" },
  { kind: "offices", officeIds: ["us/exec/treasury", "us/exec/state"] },
];
const house = { officeId: "us/house/ca/cd:30/seat" };
const padilla = { officeId: "us/senate/ca/class:3/seat", stateCode: "CA", family: "Padilla", given: "Alex" };
const schiff = { officeId: "us/senate/ca/class:1/seat", stateCode: "CA", family: "Schiff", given: "Adam" };
const treasury = { officeId: "us/exec/treasury" };
const state = { officeId: "us/exec/state" };
const other = { officeId: "eu/parliament" };

test("letters stand as the campaign lists whom it addresses, whenever they were written", () => {
  const written = [other, state, schiff, treasury, house, padilla];
  const order = (given: TargetRule[]) => [...written].sort(orderOfTargets(given.map((rule) => ({ rule }))));
  expect(order(rules)).toEqual([house, padilla, schiff, treasury, state, other]);
  expect(order([...rules].reverse())).toEqual([treasury, state, padilla, schiff, house, other]);
});
