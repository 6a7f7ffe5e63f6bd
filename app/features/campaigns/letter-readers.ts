import { audienceOf } from "#app/features/letters/audience.ts";
import type { Audience } from "#app/features/letters/audience.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import type { Reachable } from "#app/features/directory/reachable-of.server.ts";
import type { TargetRule } from "#app/features/campaigns/target-rule.ts";

/** Those of one kind whom the targets reach now, and who can get a letter. */
export type Readers = { audience: Audience; recipients: Recipient[] };

/** Everybody whom a rule reaches now. Ids that the directory does not know reach nobody. */
export function reachedBy(rule: TargetRule, reachable: Reachable): Recipient[] {
  if (rule.kind === "my-senators") return reachable.senate;
  if (rule.kind === "my-representative") return [...reachable.house, ...reachable.delegates];
  return rule.officeIds.flatMap((id) => reachable.offices.filter(({ officeId }) => officeId === id));
}

/** The kinds of readers for whom the letters need words, in the order of the targets. */
export function readersOf(rules: TargetRule[], reachable: Reachable): Readers[] {
  const found = new Map<Audience, Recipient[]>();
  for (const recipient of new Set(rules.flatMap((rule) => reachedBy(rule, reachable)))) {
    const audience = audienceOf(recipient);
    if (audience) found.set(audience, [...(found.get(audience) ?? []), recipient]);
  }
  return [...found].map(([audience, recipients]) => ({ audience, recipients }));
}
