import { createHash } from "node:crypto";
import type { By } from "#app/lib/by.ts";
import { none } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";

export type NewBlob = { sha256: string; mediaType: string; bytes: Uint8Array };

/** Bytes with the name that they will have. */
export function blobFrom(bytes: Uint8Array, mediaType: string): NewBlob {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), mediaType, bytes };
}

/** Stores bytes for whoever needs them, in whose transaction; the same bytes are stored once. */
export async function storeBlobs(tx: Tx, by: By, usedBy: string, blobs: NewBlob[]): Promise<void> {
  for (const { sha256, mediaType, bytes } of blobs)
    await tx.sql(
      "blob-store",
      `insert into "Blob" ("sha256", "mediaType", "bytes", "storedAt") values ($1, $2, $3, $4)
       on conflict ("sha256") do update set "storedAt" = excluded."storedAt"`,
      [sha256, mediaType, bytes, by.now],
      none,
    );
  await needBlobs(
    tx,
    usedBy,
    blobs.map(({ sha256 }) => sha256),
  );
}

/** Says that somebody else needs what is stored already. */
export async function needBlobs(tx: Tx, usedBy: string, names: string[]): Promise<void> {
  await tx.sql(
    "blob-need",
    `insert into "BlobUse" ("sha256", "usedBy") select distinct unnest($1::text[]), $2 on conflict do nothing`,
    [names, usedBy],
    none,
  );
}

/** Says that somebody needs no blob any more. */
export async function releaseBlobs(tx: Tx, usedBy: string): Promise<void> {
  await tx.sql("blob-release", `delete from "BlobUse" where "usedBy" = $1`, [usedBy], none);
}
