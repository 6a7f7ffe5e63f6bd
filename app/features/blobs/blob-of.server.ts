import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { bytes, isDatabaseDown, none, sql } from "#app/lib/db.server.ts";
import { seconds } from "#app/lib/time.ts";

export type Blob = { mediaType: string; bytes: Uint8Array };

/** What this process keeps of what was asked for last, in bytes: a page that many read is read with its pictures. */
const mostKept = 32 * 1024 * 1024;
/** A name says its bytes, so none age. But they may be erased, by another process too: each asks again whether they are there. */
const fresh = seconds(2);
const kept = new Map<string, { blob: Blob; at: number }>();
let size = 0;

const row = z.object({ mediaType: z.string(), bytes });

/** The bytes of a name, or null. Erased ones are gone within two seconds; while the database is down, those kept serve on. */
export async function blobOf(by: By, sha256: string): Promise<Blob | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const known = kept.get(sha256);
  if (known) {
    const isFresh = Math.abs(by.now.getTime() - known.at) < fresh;
    const isThere = isFresh || (await stillThere(sha256));
    dropBlobs([sha256]);
    // The last asked for goes last.
    if (isThere) keep(sha256, isFresh ? known : { ...known, at: by.now.getTime() });
    return isThere ? known.blob : null;
  }
  const [found] = await sql("blob", `select "mediaType", "bytes" from "Blob" where "sha256" = $1`, [sha256], row);
  if (found) keep(sha256, { blob: found, at: by.now.getTime() });
  return found ?? null;
}

/** Keeps none of these any more: they were erased. Another process does so within two seconds. */
export function dropBlobs(names: string[]): void {
  for (const name of names) {
    size -= kept.get(name)?.blob.bytes.length ?? 0;
    kept.delete(name);
  }
}

async function stillThere(sha256: string): Promise<boolean> {
  try {
    return (await sql("blob-is-there", `select 1 from "Blob" where "sha256" = $1`, [sha256], none)).length > 0;
  } catch (error) {
    if (isDatabaseDown(error)) return true;
    throw error;
  }
}

function keep(sha256: string, entry: { blob: Blob; at: number }): void {
  dropBlobs([sha256]);
  kept.set(sha256, entry);
  size += entry.blob.bytes.length;
  for (const oldest of kept.keys()) {
    if (size <= mostKept) return;
    dropBlobs([oldest]);
  }
}
