import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { directoryRows } from "./internal/directory-rows.ts";
import { parsePacked, readPackedTexts } from "./internal/read-packed.server.ts";
import * as statements from "./internal/load-statements.ts";
import { forgetDirectory } from "./internal/snapshot.server.ts";

const one = z.object({ id: z.string() });

const packedFolder = fileURLToPath(new URL("../../../prisma/data", import.meta.url));

/**
 * Loads the packed facts of `folder` (by default the program's own) unless this very version is
 * in the database. Says whether it loaded. Any number of processes may call it at once: one loads, the others wait.
 */
export async function loadDirectory(by: By, folder = packedFolder): Promise<"loaded" | "present"> {
  const { texts, digest } = await readPackedTexts(folder);
  const source = "packed";
  if ((await sql("directory import of", statements.importOf, [source, digest], one)).length > 0) return "present";

  const facts = parsePacked(texts);
  const rows = directoryRows(facts);
  const { asOf } = facts.manifest;
  const outcome = await transaction(async (tx) => {
    await tx.sql("load directory lock", statements.lock, [], z.unknown());
    if ((await tx.sql("directory import of", statements.importOf, [source, digest], one)).length > 0) return "present";
    await writeFacts(tx, rows, asOf);
    await tx.sql("load directory import", statements.addImport, [newId(by.now), source, asOf, digest, by.now], none);
    return "loaded";
  });
  forgetDirectory();
  return outcome;
}

async function writeFacts(tx: Tx, rows: ReturnType<typeof directoryRows>, asOf: string): Promise<void> {
  const write = (name: string, text: string, records: unknown, ...more: unknown[]) =>
    tx.sql(`load directory ${name}`, text, [JSON.stringify(records), ...more], none);
  await write("map", statements.putMap, [rows.map]);
  await write("divisions", statements.putDivisions, rows.divisions);
  await tx.sql("load directory clear areas", statements.clearAreas, [rows.map.id], none);
  await write("areas", statements.addAreas, rows.areas, rows.map.id);
  await tx.sql("load directory clear prefixes", statements.clearPrefixes, [], none);
  await write("prefixes", statements.addPrefixes, rows.prefixes);
  await write("offices", statements.putOffices, rows.offices);
  await write("officials", statements.putOfficials, rows.officials);
  await write("terms", statements.putTerms, rows.terms);
  await write("end terms", statements.endMissingTerms, rows.terms, asOf);
  await write("contacts", statements.putContacts, rows.contacts);
  await write("drop contacts", statements.dropMissingContacts, rows.contacts);
}
