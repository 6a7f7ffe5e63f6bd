import { isLapsed, isVotedOnIn } from "#app/features/directory/measure.ts";
import type { Chamber, Measure } from "#app/features/directory/measure.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import type { Found, ReadinessFacts } from "#app/features/campaigns/readiness.ts";

/** What is asked of a measure that is there already: to stand behind it or to vote for it, in which chamber. */
type Asked = { what: "cosponsor" | "vote"; chamber: Chamber };
const asked = new Map<string, Asked>([
  ["cosponsor-house-measure", { what: "cosponsor", chamber: "house" }],
  ["cosponsor-senate-measure", { what: "cosponsor", chamber: "senate" }],
  ["vote-house", { what: "vote", chamber: "house" }],
  ["vote-senate", { what: "vote", chamber: "senate" }],
]);

/** The measure: known, and one of which its readers can do what they are asked (fault 59). */
export function measureReadiness({ asks, letters }: CampaignDocument, { measure, now }: ReadinessFacts): Found[] {
  const field = "measureId";
  if (asks.measureId !== "" && !measure) return [{ level: "fault", code: "measure-unknown", field }];
  const written = letters.hasLetters ? letters.variants.filter(({ text }) => text.trim() !== "") : [];
  const all = written.flatMap(({ act }) => asked.get(act) ?? []);
  if (!measure) {
    const needsOne = all.some(({ what }) => what === "cosponsor");
    return needsOne ? [{ level: "advised", code: "measure-none", field }] : [];
  }
  const found: Found[] = [];
  if (all.some((ask) => !canBe(ask, measure))) found.push({ level: "fault", code: "measure-chamber", field });
  if (all.length > 0 && isLapsed(measure, now))
    found.push({ level: "fault", code: "measure-lapsed", field, values: { congress: measure.congress } });
  return found;
}

function canBe({ what, chamber }: Asked, measure: Measure): boolean {
  return what === "cosponsor" ? measure.chamber === chamber : isVotedOnIn(measure, chamber);
}
