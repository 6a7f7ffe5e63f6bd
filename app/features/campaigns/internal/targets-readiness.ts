import { channelsOf } from "#app/features/directory/official.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import { reachedBy } from "#app/features/campaigns/letter-readers.ts";
import type { Found, ReadinessFacts } from "#app/features/campaigns/readiness.ts";
import { unfilledIn } from "#app/features/campaigns/unfilled.ts";

/** Whom it addresses: somebody, who is in the directory, and whom a letter can reach. */
export function targetsReadiness(document: CampaignDocument, { reachable }: ReadinessFacts): Found[] {
  const { targets, audience, abroad } = document.targets;
  const found: Found[] = [];
  if (targets.length === 0) found.push({ level: "fault", code: "target-none", field: "add" });
  if (audience.trim() === "") found.push({ level: "fault", code: "audience-empty", field: "audience" });
  for (const [index, { rule, name, can }] of targets.entries()) {
    const n = index + 1;
    const field = `target-${n}`;
    const reached = reachedBy(rule, reachable);
    const values = { n, name: name || `${n}` };
    if (name.trim() === "" || can.trim() === "") found.push({ level: "fault", code: "target-words", field, values });
    const place = unfilledIn(`${name} ${can}`);
    if (place) found.push({ level: "fault", code: "unfilled", field, values: { place } });
    const unreachable = reached.filter((one) => one.disclosure === "letter" && noWay(one.contacts));
    if (reached.length === 0) found.push({ level: "fault", code: "target-gone", field, values });
    else if (rule.kind === "offices" && unreachable.length > 0)
      found.push({ level: "fault", code: "no-channel", field, values });
    if (rule.kind === "my-representative") {
      const without = reached.filter((one) => channelsOf(one).every((way) => way === "phone" || way === "post")).length;
      if (without > 0) found.push({ level: "advised", code: "no-form", field, values: { n: without } });
      const vacant = reachable.vacant.house + reachable.vacant.delegates;
      if (vacant > 0) found.push({ level: "advised", code: "vacant", field, values: { n: vacant, chamber: "house" } });
    }
    if (rule.kind === "my-senators" && reachable.vacant.senate > 0)
      found.push({
        level: "advised",
        code: "vacant",
        field,
        values: { n: reachable.vacant.senate, chamber: "senate" },
      });
  }
  const onlyAtHome = targets.length > 0 && targets.every(({ rule }) => rule.kind !== "offices");
  if (onlyAtHome && abroad.trim() === "") found.push({ level: "advised", code: "abroad-empty", field: "abroad" });
  return found;
}

/** Not even the office's own site. */
function noWay(contacts: unknown[]): boolean {
  return contacts.length === 0;
}
