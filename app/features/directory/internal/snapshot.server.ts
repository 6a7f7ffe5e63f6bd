import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { minutes, seconds } from "#app/lib/time.ts";
import { isRunning } from "#app/features/directory/term-end.ts";
import type { Contact, Recipient } from "#app/features/directory/official.ts";
import {
  contactRow,
  contactsText,
  mapsText,
  mapRow,
  officeRow,
  officesText,
  termRow,
  termsText,
} from "./read-statements.ts";
import type { OfficeRow, TermRow } from "./read-statements.ts";
import { toRecipient } from "./to-recipient.ts";

const versionRow = z.object({ id: z.string(), asOf: z.string() });
const versionText = `
  select "id", "asOf"::text from "DirectoryImport" where "outcome" = 'loaded' order by "finishedAt" desc, "id" desc limit 1`;

export type DivisionMap = z.output<typeof mapRow>;

/** All of the directory but the postal codes: some 550 offices with their terms and contacts, kept in memory. */
export interface Snapshot {
  version: z.output<typeof versionRow>;
  maps: DivisionMap[];
  offices: Map<string, OfficeRow>;
  officesOfDivision: Map<string, OfficeRow[]>;
  termsOfOffice: Map<string, TermRow[]>;
  termsOfOfficial: Map<string, TermRow[]>;
  contactsOf: Map<string, Contact[]>;
}

let kept: { snapshot: Snapshot; readAt: Date; checkedAt: Date } | undefined;

/** The directory as last imported: asked for a newer version every two seconds, read anew every five minutes. */
export async function directorySnapshot(by: By): Promise<Snapshot> {
  // Not only "later than": a clock set back must not keep an old answer for ever.
  const within = (at: Date, ms: number) => Math.abs(by.now.getTime() - at.getTime()) < ms;
  if (kept && within(kept.checkedAt, seconds(2))) return kept.snapshot;
  const version = await directoryVersion();
  if (!version) throw new Error("The directory is empty: load it first");
  if (kept?.snapshot.version.id === version.id && within(kept.readAt, minutes(5))) {
    kept.checkedAt = by.now;
    return kept.snapshot;
  }
  const snapshot = await readSnapshot(version);
  kept = { snapshot, readAt: by.now, checkedAt: by.now };
  return snapshot;
}

/** After an import in this process: the next read asks the database. */
export function forgetDirectory(): void {
  kept = undefined;
}

/** The latest import, or null before the first. */
export async function directoryVersion(): Promise<Snapshot["version"] | null> {
  const [version] = await sql("directory version", versionText, [], versionRow);
  return version ?? null;
}

/** Who holds an office now; null when the seat is empty, or no office of that kind has named holders. */
export function holderOf(snapshot: Snapshot, officeId: string, now: Date): TermRow | null {
  return snapshot.termsOfOffice.get(officeId)?.find((term) => isRunning(term, now)) ?? null;
}

/** The office as somebody to write to: its holder now, or itself; null for a vacant seat. */
export function recipientAt(snapshot: Snapshot, office: OfficeRow, now: Date): Recipient | null {
  const holder = holderOf(snapshot, office.id, now);
  if (office.chamber && !holder) return null;
  return recipientOf(snapshot, office, holder);
}

/** The office with a holder of one's choice, whether or not that term is running. */
export function recipientOf(snapshot: Snapshot, office: OfficeRow, term: TermRow | null): Recipient {
  const contacts = snapshot.contactsOf.get(term?.officialId ?? office.id) ?? [];
  return toRecipient(office, term, contacts);
}

async function readSnapshot(version: Snapshot["version"]): Promise<Snapshot> {
  const [maps, offices, terms, contacts] = await Promise.all([
    sql("directory maps", mapsText, [], mapRow),
    sql("directory offices", officesText, [], officeRow),
    sql("directory terms", termsText, [], termRow),
    sql("directory contacts", contactsText, [], contactRow),
  ]);
  return {
    version,
    maps,
    offices: new Map(offices.map((office) => [office.id, office])),
    officesOfDivision: grouped(offices, ({ divisionId }) => divisionId),
    termsOfOffice: grouped(terms, ({ officeId }) => officeId),
    termsOfOfficial: grouped(terms, ({ officialId }) => officialId),
    contactsOf: new Map(
      [...grouped(contacts, ({ ownerId }) => ownerId)].map(([ownerId, rows]) => [
        ownerId,
        rows.map(({ ownerId: _, ...contact }) => contact),
      ]),
    ),
  };
}

function grouped<T>(rows: T[], keyOf: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
