import type { Cosponsor, Unmatched } from "./cosponsors.ts";
import type { Measure } from "./measure.ts";

/** How somebody stands behind a measure; `on` is an ISO day, null where it is not known. */
export type Backing = { as: "sponsor" | "cosponsor"; on: string | null };

/** A measure, and who stands behind it by the latest list. */
export type MeasureSupport = {
  measure: Measure;
  /** ISO day of that list; null: nobody has given one yet. */
  asOf: string | null;
  /** By official's id; who withdrew is not among them. */
  backers: ReadonlyMap<string, Backing>;
  /** Who cosponsors it by that list, with those whom the directory does not know; without its sponsor. */
  cosponsors: number;
};

/** Who stands behind a measure: its sponsor, and those of the list who have not withdrawn. */
export function supportFrom(
  measure: Measure,
  list: { asOf: string; cosponsors: readonly Cosponsor[]; unmatched: readonly Unmatched[] } | null,
): MeasureSupport {
  const backers = new Map<string, Backing>();
  for (const { officialId, sponsoredOn, withdrawnOn } of list?.cosponsors ?? [])
    if (withdrawnOn === null) backers.set(officialId, { as: "cosponsor", on: sponsoredOn });
  if (measure.sponsorId !== null) backers.delete(measure.sponsorId);
  const unknown = new Set(list?.unmatched.flatMap((one) => (one.withdrawnOn === null ? [one.bioguideId] : [])));
  const cosponsors = backers.size + unknown.size;
  if (measure.sponsorId !== null) backers.set(measure.sponsorId, { as: "sponsor", on: null });
  return { measure, asOf: list?.asOf ?? null, backers, cosponsors };
}
