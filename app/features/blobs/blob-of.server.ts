import { z } from "zod";
import { bytes, sql } from "#app/lib/db.server.ts";

export type Blob = { mediaType: string; bytes: Uint8Array };

/** What this process keeps of what was asked for last, in bytes: a page that many read is read with its pictures. */
const mostKept = 32 * 1024 * 1024;
const kept = new Map<string, Blob>();
let size = 0;

const row = z.object({ mediaType: z.string(), bytes });

/** The bytes of a name, or null. A name says them: what is kept of one never ages. */
export async function blobOf(sha256: string): Promise<Blob | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const known = kept.get(sha256);
  if (known) {
    // The last asked for goes last.
    kept.delete(sha256);
    kept.set(sha256, known);
    return known;
  }
  const [found] = await sql("blob", `select "mediaType", "bytes" from "Blob" where "sha256" = $1`, [sha256], row);
  if (found) keep(sha256, found);
  return found ?? null;
}

function keep(sha256: string, blob: Blob): void {
  if (kept.has(sha256)) return;
  kept.set(sha256, blob);
  size += blob.bytes.length;
  for (const [oldest, { bytes: gone }] of kept) {
    if (size <= mostKept) return;
    kept.delete(oldest);
    size -= gone.length;
  }
}
