import { unchosenHouse } from "#app/features/letters/letter-form.ts";

/**
 * Whether a recipient is ticked; `ticked` is null when nobody touched the boxes, then all are. The candidates for one seat
 * are one box: who ticked "your representative" and then chose the district has ticked its member, and who changes the
 * district keeps the tick.
 */
export function isTicked(ticked: readonly string[] | null, key: string, candidates: readonly string[]): boolean {
  if (ticked === null || ticked.includes(key)) return true;
  const seat = [unchosenHouse, ...candidates];
  return seat.includes(key) && ticked.some((one) => seat.includes(one));
}

/** Of the posted keys those that this writer's page has; whatever else is posted is kept nowhere. */
export function knownKeys(
  posted: readonly string[],
  { found }: { found: { recipients: { key: string }[]; chooseFrom: { key: string }[] } },
): string[] {
  const known = new Set([...found.recipients, ...found.chooseFrom].map(({ key }) => key)).add(unchosenHouse);
  return posted.filter((key) => known.has(key));
}
