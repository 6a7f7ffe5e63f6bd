import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { matched, tickedList } from "./cosponsors.ts";
import type { Cosponsor, Unmatched } from "./cosponsors.ts";
import { cosponsorsOf } from "./measures-of.server.ts";

/** Of which measure, as of which ISO day. */
export type ListGiven = { measureId: string; asOf: string };

/** Keeps a whole list as Congress tells it. Answers how many of its lines the directory does not know. */
export async function giveCosponsors(by: By, given: ListGiven, lines: Unmatched[]): Promise<number> {
  return transaction(async (tx) => {
    const ids = lines.map(({ bioguideId }) => `bioguide:${bioguideId}`);
    const list = matched(lines, await knownOf(tx, ids));
    await addSnapshot(tx, by, given, list);
    return list.unmatched.length;
  });
}

/** Keeps a list made of ticks; what the last one says of days, of who withdrew and of who is unknown goes on. */
export async function tickCosponsors(by: By, given: ListGiven, officialIds: string[]): Promise<void> {
  await transaction(async (tx) => {
    const before = await cosponsorsOf(by, given.measureId, tx);
    const known = await knownOf(tx, officialIds);
    const ticked = officialIds.filter((id) => known.has(id));
    const cosponsors = tickedList(ticked, before?.cosponsors ?? []);
    await addSnapshot(tx, by, given, { cosponsors, unmatched: before?.unmatched ?? [] });
  });
}

async function knownOf(tx: Tx, officialIds: string[]): Promise<Set<string>> {
  const known = await tx.sql(
    "measure-officials-known",
    `select "id" from "Official" where "id" = any($1::text[])`,
    [officialIds],
    z.object({ id: z.string() }),
  );
  return new Set(known.map(({ id }) => id));
}

async function addSnapshot(
  tx: Tx,
  by: By,
  { measureId, asOf }: ListGiven,
  { cosponsors, unmatched }: { cosponsors: Cosponsor[]; unmatched: Unmatched[] },
): Promise<void> {
  const id = newId(by.now);
  await tx.sql(
    "measure-add-snapshot",
    `insert into "MeasureSnapshot" ("id", "measureId", "asOf", "takenAt", "unmatched")
     values ($1, $2, $3, $4, $5::text::jsonb)`,
    [id, measureId, asOf, by.now, JSON.stringify(unmatched)],
    none,
  );
  await tx.sql(
    "measure-add-cosponsors",
    `insert into "Cosponsorship" ("snapshotId", "position", "officialId", "sponsoredOn", "withdrawnOn")
     select $1, n, o, s, w from unnest($2::text[], $3::date[], $4::date[]) with ordinality as given(o, s, w, n)`,
    [
      id,
      cosponsors.map(({ officialId }) => officialId),
      cosponsors.map(({ sponsoredOn }) => sponsoredOn),
      cosponsors.map(({ withdrawnOn }) => withdrawnOn),
    ],
    none,
  );
  const withdrawn = cosponsors.filter(({ withdrawnOn }) => withdrawnOn !== null).length;
  await recordAudit(tx, by, {
    action: "cosponsors-given",
    subjectKind: "measure",
    subjectId: measureId,
    change: { asOf, standing: cosponsors.length - withdrawn, withdrawn, unmatched: unmatched.map(({ name }) => name) },
  });
}
