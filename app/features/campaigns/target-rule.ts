import { z } from "zod";

/** Whom a campaign addresses, as a rule that the directory resolves for each signer. Offices, never their holders. */
export const targetRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("my-senators") }),
  z.strictObject({ kind: z.literal("my-representative") }),
  z.strictObject({ kind: z.literal("offices"), officeIds: z.array(z.string().regex(officeId())).min(1).max(20) }),
]);

export type TargetRule = z.output<typeof targetRule>;

/** The rule of a stored row: its kind stands in a column, the rest in `params`. Throws on an unknown or altered rule. */
export function parseTargetRule(kind: string, params: unknown): TargetRule {
  return targetRule.parse({ ...z.record(z.string(), z.unknown()).parse(params), kind });
}

/** What is stored beside the kind. */
export function paramsOf(rule: TargetRule): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule).filter(([name]) => name !== "kind"));
}

/** Whether the answer depends on where the signer lives. */
export function needsPostalCode(rules: TargetRule[]): boolean {
  return rules.some((rule) => rule.kind !== "offices");
}

function officeId(): RegExp {
  return /^[a-z0-9-]+(?:\/[a-z0-9:-]+)+$/;
}
