import { channelsOf } from "#app/features/directory/official.ts";
import type { Reachable } from "#app/features/directory/reachable-of.server.ts";
import { reachedBy } from "#app/features/campaigns/letter-readers.ts";
import type { TargetRule } from "#app/features/campaigns/target-rule.ts";

/** Whom a rule reaches now and by which ways; `told`: those who learn a number or names, and get no letter. */
export type Reach = { reaches: number; email: number; form: number; other: number; told: number; vacant: number };

/** Counts a rule's reach. Nobody is counted in two ways: what we can mail, we mail. */
export function reachOf(rule: TargetRule, reachable: Reachable): Reach {
  const reach: Reach = { reaches: 0, email: 0, form: 0, other: 0, told: 0, vacant: vacantUnder(rule, reachable) };
  for (const recipient of reachedBy(rule, reachable)) {
    const ways = channelsOf(recipient);
    reach.reaches += 1;
    if (recipient.disclosure !== "letter") reach.told += 1;
    else if (ways.includes("email")) reach.email += 1;
    else if (ways.includes("web-form")) reach.form += 1;
    else reach.other += 1;
  }
  return reach;
}

/** How many letters a supporter writes, by where they live. */
export type LettersByPlace = { state: number; vacant: number; delegate: number; abroad: number };

export function lettersByPlace(rules: TargetRule[], reachable: Reachable): LettersByPlace {
  const has = (kind: TargetRule["kind"]) => rules.some((rule) => rule.kind === kind);
  const offices = new Set(rules.flatMap((rule) => (rule.kind === "offices" ? reachedBy(rule, reachable) : [])));
  const abroad = [...offices].filter(({ disclosure }) => disclosure === "letter").length;
  const senators = has("my-senators") ? 2 : 0;
  const own = has("my-representative") ? 1 : 0;
  return { state: own + senators + abroad, vacant: senators + abroad, delegate: own + abroad, abroad };
}

function vacantUnder(rule: TargetRule, { vacant }: Reachable): number {
  if (rule.kind === "my-senators") return vacant.senate;
  return rule.kind === "my-representative" ? vacant.house + vacant.delegates : 0;
}
