import type { By } from "#app/lib/by.ts";
import { keyOf } from "./official.ts";
import type { Recipient } from "./official.ts";
import { directorySnapshot, recipientAt, recipientOf } from "./internal/snapshot.server.ts";
import type { Snapshot } from "./internal/snapshot.server.ts";
import { isRunning } from "./term-end.ts";

/**
 * Who can be written to now under these keys (Bioguide ids, offices' ids), in their order. A key whose official holds
 * no office any more has no recipient: that is how a release learns that the seat changed hands.
 */
export async function recipientsByKeys(by: By, keys: string[]): Promise<Recipient[]> {
  const snapshot = await directorySnapshot(by);
  return keys.flatMap((key) => {
    const term = termsOf(snapshot, key).find((found) => isRunning(found, by.now));
    const office = snapshot.offices.get(term?.officeId ?? key);
    const recipient = office && (term ? recipientOf(snapshot, office, term) : recipientAt(snapshot, office, by.now));
    return recipient ? [recipient] : [];
  });
}

/** As `recipientsByKeys`, with officials whose last term is over too: for showing letters written while it ran. */
export async function recipientsEverByKeys(by: By, keys: string[]): Promise<Recipient[]> {
  const snapshot = await directorySnapshot(by);
  return keys.flatMap((key) => {
    // Latest term first, as the snapshot holds them.
    const term = termsOf(snapshot, key)[0] ?? null;
    const office = snapshot.offices.get(term?.officeId ?? key);
    return office && (term || !office.chamber) ? [recipientOf(snapshot, office, term)] : [];
  });
}

/** The offices with their holders now, in the order of the ids; vacant seats and unknown ids are left out. */
export async function officesByIds(by: By, ids: string[]): Promise<Recipient[]> {
  const snapshot = await directorySnapshot(by);
  return ids.flatMap((id) => {
    const office = snapshot.offices.get(id);
    const recipient = office && recipientAt(snapshot, office, by.now);
    return recipient ? [recipient] : [];
  });
}

/** Who sits for this division in the House now; null for a vacant seat and for a division that is no district. */
export async function representativeOfDivision(by: By, divisionId: string): Promise<Recipient | null> {
  const snapshot = await directorySnapshot(by);
  const seat = snapshot.officesOfDivision.get(divisionId)?.find(({ chamber }) => chamber === "house");
  return seat ? recipientAt(snapshot, seat, by.now) : null;
}

function termsOf(snapshot: Snapshot, key: string) {
  const id = keyOf(key);
  return snapshot.termsOfOfficial.get(`bioguide:${id}`) ?? [];
}
