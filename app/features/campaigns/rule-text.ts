import type { TargetRule } from "#app/features/campaigns/target-rule.ts";

/** A rule as a form's value: its kind, or the offices' ids. */
export function ruleText(rule: TargetRule): string {
  return rule.kind === "offices" ? rule.officeIds.join(",") : rule.kind;
}

/** The rule that such a text means; whether it is one says `targetRule`. */
export function parseRule(text: string): TargetRule {
  if (text === "my-senators" || text === "my-representative") return { kind: text };
  return { kind: "offices", officeIds: text.split(",") };
}
