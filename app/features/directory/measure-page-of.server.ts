import type { By } from "#app/lib/by.ts";
import { keyOf } from "./official.ts";
import type { Recipient } from "./official.ts";
import { cosponsorsOf } from "./measures-of.server.ts";
import type { Chamber } from "./measure.ts";
import type { NamedCosponsor, NamedList } from "./measure-page.tsx";
import { reachableNow } from "./reachable-of.server.ts";
import { recipientsEverByKeys } from "./recipients-of.server.ts";

/** Who sits in a chamber now, or in either: to choose from by name. */
export async function membersOf(by: By, chamber: Chamber | null) {
  const { house, delegates, senate } = await reachableNow(by);
  const inHouse = chamber === "senate" ? [] : [...house, ...delegates];
  const members = [...inHouse, ...(chamber === "house" ? [] : senate)];
  const sorted = members.sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en"));
  return sorted.map(({ officialId, name, officeName }) => ({ value: officialId ?? "", label: name, hint: officeName }));
}

const nameOf = ({ family, given, name }: Recipient) => `${family ?? name} ${given ?? ""}`;

/** The latest list of a measure, by name; null before the first. */
export async function namedList(by: By, measureId: string): Promise<NamedList | null> {
  const list = await cosponsorsOf(by, measureId);
  if (!list) return null;
  const { asOf, cosponsors, unmatched } = list;
  const people = await recipientsEverByKeys(
    by,
    cosponsors.map(({ officialId }) => keyOf(officialId)),
  );
  const rows = cosponsors.map(({ officialId, ...days }): NamedCosponsor => {
    const person = people.find((one) => one.officialId === officialId);
    return { name: person?.name ?? officialId, office: person?.officeName ?? "", ...days };
  });
  return {
    asOf,
    standing: rows.filter(({ withdrawnOn }) => withdrawnOn === null),
    withdrawn: rows.filter(({ withdrawnOn }) => withdrawnOn !== null),
    unmatched: unmatched.map(({ name, sponsoredOn, withdrawnOn }) => ({ name, sponsoredOn, withdrawnOn })),
  };
}
