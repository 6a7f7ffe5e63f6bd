import type { By } from "#app/lib/by.ts";
import { directorySnapshot, recipientAt } from "./internal/snapshot.server.ts";
import type { Recipient } from "./official.ts";

/** Everybody whom a campaign can address now, by kind of seat, and how many seats stand empty. */
export interface Reachable {
  /** ISO day of the directory's facts. */
  asOf: string;
  house: Recipient[];
  delegates: Recipient[];
  senate: Recipient[];
  /** Offices that are addressed as such: ministers, bodies, companies, governments. */
  offices: Recipient[];
  vacant: { house: number; delegates: number; senate: number };
}

/** What the directory in memory knows, put together for whoever chooses targets. */
export async function reachableNow(by: By): Promise<Reachable> {
  const snapshot = await directorySnapshot(by);
  const found: Reachable = {
    asOf: snapshot.version.asOf,
    house: [],
    delegates: [],
    senate: [],
    offices: [],
    vacant: { house: 0, delegates: 0, senate: 0 },
  };
  for (const office of snapshot.offices.values()) {
    const group = groupOf(office.kind);
    const recipient = recipientAt(snapshot, office, by.now);
    if (recipient) found[group].push(recipient);
    else if (group !== "offices") found.vacant[group] += 1;
  }
  return found;
}

function groupOf(kind: Recipient["kind"]): "house" | "delegates" | "senate" | "offices" {
  if (kind === "house-seat") return "house";
  if (kind === "house-delegate-seat") return "delegates";
  return kind === "senate-seat" ? "senate" : "offices";
}
