import type { Recipient } from "#app/features/directory/official.ts";
import type { Reachable } from "#app/features/directory/reachable-of.server.ts";
import { actsFor, audienceName } from "#app/features/campaigns/audience-name.ts";
import { documentLimits } from "#app/features/campaigns/campaign-document.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import type { LettersShown } from "#app/features/campaigns/edit-letters.tsx";
import type { TargetsShown } from "#app/features/campaigns/edit-targets.tsx";
import { readersOf } from "#app/features/campaigns/letter-readers.ts";
import { lettersByPlace, reachOf } from "#app/features/campaigns/reach.ts";
import type { ReadinessItem } from "#app/features/campaigns/readiness.ts";
import { parseRule, ruleText } from "#app/features/campaigns/rule-text.ts";
import { targetWords } from "#app/features/campaigns/starting-document.ts";
import type { TargetRule } from "#app/features/campaigns/target-rule.ts";
import { words } from "#app/features/campaigns/words.ts";

/** What the page of targets shows beside what is typed. */
export function targetsShown(locale: string, { targets }: CampaignDocument, reachable: Reachable): TargetsShown {
  const t = words(locale);
  const rules = targets.targets.map(({ rule }) => rule);
  const taken = new Set(rules.flatMap((rule) => (rule.kind === "offices" ? rule.officeIds : [rule.kind])));
  const detail = (rule: TargetRule) =>
    t("edit.rule", { rule: rule.kind.replaceAll("-", "_"), offices: officeNames(rule, reachable) });
  const options = [
    ...(["my-representative", "my-senators"] as const).map((kind) => ({
      value: kind as string,
      label: t("edit.rule.name", { rule: kind.replaceAll("-", "_") }),
    })),
    ...reachable.offices
      // A government abroad is told a number by nobody's letter.
      .filter(({ kind }) => kind !== "foreign-government")
      .map(({ officeId, bodyName }) => ({ value: officeId, label: bodyName })),
  ];
  return {
    targets: targets.targets.map(({ rule, name }, index) => ({
      name: name || t("edit.target", { n: index + 1 }),
      detail: detail(rule),
      reach: reachOf(rule, reachable),
    })),
    addable: options.filter(({ value }) => !taken.has(value)),
    byPlace: lettersByPlace(rules, reachable),
    asOf: reachable.asOf,
  };
}

/** The document with the target that a form's `add` names, in the words of a beginning. */
export function withTarget(
  locale: string,
  targets: CampaignDocument["targets"],
  add: string,
  reachable: Reachable,
): CampaignDocument["targets"] {
  const rule = parseRule(add);
  const isKnown = rule.kind !== "offices" || reachable.offices.some(({ officeId }) => officeId === add);
  const isThere = targets.targets.some((target) => ruleText(target.rule).split(",").includes(add));
  if (!isKnown || isThere || targets.targets.length >= documentLimits.rows) return targets;
  const target = { rule, ...targetWords(locale, rule, officeNames(rule, reachable)) };
  return { ...targets, targets: [...targets.targets, target] };
}

/** The document with a place for the words to each kind of reader that its targets reach now. */
export function withReaders(document: CampaignDocument, reachable: Reachable): CampaignDocument {
  const { letters, targets } = document;
  const rules = targets.targets.map(({ rule }) => rule);
  const known = letters.variants.map(({ audience }) => audience);
  const missing = readersOf(rules, reachable)
    .map(({ audience }) => audience as string)
    .filter((audience) => !known.includes(audience));
  const empty = (audience: string) => ({
    audience,
    act: actsFor(audience)[0] ?? "",
    subject: "",
    summary: "",
    text: "",
  });
  return { ...document, letters: { ...letters, variants: [...letters.variants, ...missing.map(empty)] } };
}

/** The letters with words for one office alone, which begin as those of its kind. */
export function withOffice(
  letters: CampaignDocument["letters"],
  officeId: string,
  reachable: Reachable,
): CampaignDocument["letters"] {
  const office = reachable.offices.find((one) => one.officeId === officeId);
  const audience = `office:${officeId}`;
  if (
    !office ||
    letters.variants.length >= documentLimits.rows ||
    letters.variants.some((one) => one.audience === audience)
  )
    return letters;
  const shared = letters.variants.find((one) => one.audience === office.kind);
  const begun = shared ?? { act: actsFor(office.kind)[0] ?? "", subject: "", summary: "", text: "" };
  return { ...letters, variants: [...letters.variants, { ...begun, audience }] };
}

/** What the page of letters shows beside what is typed: `document` has a place for each kind of reader. */
export function lettersShown(
  locale: string,
  { letters, targets }: CampaignDocument,
  reachable: Reachable,
  items: ReadinessItem[],
): LettersShown {
  const t = words(locale);
  const readers = readersOf(
    targets.targets.map(({ rule }) => rule),
    reachable,
  );
  const reached = readers.flatMap(({ recipients }) => recipients);
  const office = (audience: string) => reached.find(({ officeId }) => audience === `office:${officeId}`);
  const own = letters.variants.map(({ audience }) => audience).filter((audience) => audience.startsWith("office:"));
  const shares = (one: Recipient) => !one.kind.endsWith("-seat") && !own.includes(`office:${one.officeId}`);
  return {
    readers: letters.variants.map(({ audience }) => ({
      audience,
      name: audienceName(locale, audience, office(audience)?.bodyName),
      acts: actsFor(audience, office(audience)?.kind).map((act) => ({
        value: act,
        label: t(`act.${act}` as "act.debate"),
      })),
      reaches: office(audience)
        ? 1
        : (readers
            .find((one) => one.audience === audience)
            ?.recipients.filter((one) => !own.includes(`office:${one.officeId}`)).length ?? 0),
      faults: items.filter(({ level, field }) => level === "fault" && field === `letter-${audience}`).length,
    })),
    offices: reached.filter(shares).map(({ officeId, bodyName }) => ({ value: officeId, label: bodyName })),
  };
}

function officeNames(rule: TargetRule, { offices }: Reachable): string {
  if (rule.kind !== "offices") return "";
  return offices
    .filter(({ officeId }) => rule.officeIds.includes(officeId))
    .map(({ bodyName }) => bodyName)
    .join(", ");
}
