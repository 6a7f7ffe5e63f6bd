import type { Target } from "#app/features/campaigns/campaign.ts";
import type { TargetRule } from "#app/features/campaigns/target-rule.ts";
import type { Recipient } from "#app/features/directory/official.ts";

/** An office, and its holder as far as known. */
type Addressee = Pick<Recipient, "officeId"> & Partial<Pick<Recipient, "stateCode" | "family" | "given">>;

/**
 * Compares two offices by the campaign's targets: rule after rule, a rule's offices as it lists them, the senators by
 * name. Every page lists letters so; one that the campaign addresses no more comes last.
 */
export function orderOfTargets(targets: readonly Pick<Target, "rule">[]): (a: Addressee, b: Addressee) => number {
  const ranked = (one: Addressee) => {
    const ranks = targets.map(({ rule }) => rankIn(rule, one.officeId));
    const rule = ranks.findIndex((rank) => rank !== null);
    return { rule: rule < 0 ? targets.length : rule, rank: ranks[rule] ?? 0, name: nameOf(one) };
  };
  return (a, b) => {
    const [one, other] = [ranked(a), ranked(b)];
    if (one.rule !== other.rule) return one.rule - other.rule;
    if (one.rank !== other.rank) return one.rank - other.rank;
    return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
  };
}

function rankIn(rule: TargetRule, officeId: string): number | null {
  if (rule.kind === "my-senators") return officeId.startsWith("us/senate/") ? 0 : null;
  if (rule.kind === "my-representative") return officeId.startsWith("us/house/") ? 0 : null;
  const at = rule.officeIds.indexOf(officeId);
  return at < 0 ? null : at;
}

/** As the directory sorts senators. */
function nameOf({ stateCode = "", family = "", given = "" }: Addressee): string {
  return `${stateCode} ${family} ${given}`;
}
