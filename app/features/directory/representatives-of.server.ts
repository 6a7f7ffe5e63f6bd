import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import type { Recipient } from "./official.ts";
import { directorySnapshot, recipientAt } from "./internal/snapshot.server.ts";
import type { DivisionMap, Snapshot } from "./internal/snapshot.server.ts";
import { isUnderCongress, normalizePostalCode } from "./postal-code.ts";
import { endOfDayInOffice } from "./term-end.ts";
import { placeDivisionId, stateCodeOf } from "./us-places.ts";

export type RepresentationStatus =
  | "resolved"
  | "ambiguous"
  | "vacant"
  | "state_only"
  | "military"
  | "no_representation"
  | "unknown_zip"
  | "invalid_format";

/** Who represents the people behind a postal code in the US Congress, as far as the code tells. */
export interface Representation {
  status: RepresentationStatus;
  /** The congress of the facts is over: districts and members may be others by now. */
  stale: boolean;
  mapId: string | null;
  /** Null also where the code lies in two states. */
  stateDivisionId: string | null;
  /** Where there are several, no one is chosen; the likeliest stands first. */
  houseDivisionIds: string[];
  divisions: string[];
  officials: Recipient[];
  /** Divisions with an empty seat: a district for the House, a state for the Senate. */
  vacancies: string[];
  asOf: string;
}

const areaRow = z.object({ divisionId: z.string() });
const areasText = `
  select "divisionId" from "PostalArea" where "country" = 'US' and "code" = $1 and "mapId" = $2
  order by "isPrimary" desc, length("divisionId"), "divisionId"`;

const prefixRow = z.object({ state: z.string(), kind: z.string() });
// A whole code overrides the prefix that it begins with.
const prefixText = `
  select "state", "kind" from "PostalPrefix" where "country" = 'US' and ("prefix" = $1 or "prefix" = left($1, 3))
  order by length("prefix") desc limit 1`;

/** Looks up a postal code. Only the United States and its territories have representatives in the directory. */
export async function representativesOf(
  by: By,
  { country, postalCode }: { country: string; postalCode: string },
): Promise<Representation> {
  const snapshot = await directorySnapshot(by);
  const map = mapAt(snapshot, by.now);
  const answer = (status: RepresentationStatus, found: Partial<Representation> = {}): Representation => ({
    status,
    stale: isOver(map, by.now),
    mapId: map.id,
    stateDivisionId: null,
    houseDivisionIds: [],
    divisions: [],
    officials: [],
    vacancies: [],
    asOf: snapshot.version.asOf,
    ...found,
  });

  if (!isUnderCongress(country)) return answer("no_representation", { mapId: null });
  const code = normalizePostalCode(postalCode);
  if (!code) return answer("invalid_format");

  const areas = await sql("directory areas of code", areasText, [code, map.id], areaRow);
  if (areas.length > 0) {
    const districts = areas.map(({ divisionId }) => divisionId);
    const found = seatsOf(snapshot, by.now, statesOf(districts), districts);
    if (districts.length > 1) return answer("ambiguous", found);
    return answer(found.officials.some(({ chamber }) => chamber === "house") ? "resolved" : "vacant", found);
  }

  const [prefix] = await sql("directory prefix of code", prefixText, [code], prefixRow);
  if (!prefix) return answer("unknown_zip");
  if (prefix.kind === "military") return answer("military");
  if (prefix.kind === "freely-associated") return answer("no_representation");
  return answer("state_only", seatsOf(snapshot, by.now, [placeDivisionId(prefix.state)], []));
}

/** The map in force; past the last one's end still that one, and the answer says that it is stale. */
function mapAt({ maps }: Snapshot, now: Date): DivisionMap {
  // Newest first. A map loaded ahead of its congress waits for it.
  const map = maps.find(({ validFrom }) => endOfDayInOffice(validFrom) <= now) ?? maps.at(-1);
  if (!map) throw new Error("The directory has no map of districts");
  return map;
}

function isOver({ validUntil }: DivisionMap, now: Date): boolean {
  return validUntil !== null && now >= endOfDayInOffice(validUntil);
}

function statesOf(districts: string[]): string[] {
  return [...new Set(districts.map((id) => placeDivisionId(stateCodeOf(id) ?? "")))];
}

/** The holders and the empty ones among the districts' seats in the House and the states' in the Senate. */
function seatsOf(snapshot: Snapshot, now: Date, states: string[], districts: string[]) {
  const seats = [
    ...districts.flatMap((id) => seatsIn(snapshot, id, "house")),
    ...states.flatMap((id) => seatsIn(snapshot, id, "senate")),
  ];
  const officials: Recipient[] = [];
  const vacancies = new Set<string>();
  for (const seat of seats) {
    const recipient = recipientAt(snapshot, seat, now);
    if (recipient) officials.push(recipient);
    else if (seat.divisionId) vacancies.add(seat.divisionId);
  }
  return {
    stateDivisionId: states.length === 1 ? (states[0] ?? null) : null,
    houseDivisionIds: districts,
    divisions: [...new Set([...states, ...districts])],
    officials: officials.sort(byChamber),
    vacancies: [...vacancies],
  };
}

function seatsIn(snapshot: Snapshot, divisionId: string, chamber: "house" | "senate") {
  return (snapshot.officesOfDivision.get(divisionId) ?? []).filter((office) => office.chamber === chamber);
}

/** The House in the order of the districts, then senators by state and name. */
function byChamber(a: Recipient, b: Recipient): number {
  if (a.chamber !== b.chamber) return a.chamber === "house" ? -1 : 1;
  if (a.chamber === "house") return 0;
  const sortKey = ({ stateCode, family, given }: Recipient) => `${stateCode} ${family} ${given}`;
  return sortKey(a) < sortKey(b) ? -1 : 1;
}
