import { createHash } from "node:crypto";
import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { none, sql } from "#app/lib/db.server.ts";
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

const usedByRow = z.object({ usedBy: z.string() }).transform(({ usedBy }) => usedBy);
const nameRow = z.object({ sha256: z.string() }).transform(({ sha256 }) => sha256);

/** Who needs one of these, in words of theirs. */
export async function usersOfBlobs(names: string[]): Promise<string[]> {
  const statement = `select distinct "usedBy" from "BlobUse" where "sha256" = any ($1) order by 1`;
  return sql("blob-users", statement, [names], usedByRow);
}

/**
 * Says that these need no blob any more, and removes at once, instead of in an hour, what nobody else needs. Answers the
 * names of what is gone, for `dropBlobs` after the transaction.
 */
export async function eraseBlobs(tx: Tx, users: string[]): Promise<string[]> {
  const held = await tx.sql(
    "blobs-hold",
    `select "sha256" from "Blob" where "sha256" in (select "sha256" from "BlobUse" where "usedBy" = any ($1))
     order by "sha256" for update`,
    [users],
    nameRow,
  );
  await tx.sql("blobs-release", `delete from "BlobUse" where "usedBy" = any ($1)`, [users], none);
  // A statement of its own, so that it sees whoever began to need one before the rows were held.
  return tx.sql(
    "blobs-erase",
    `delete from "Blob" b where "sha256" = any ($1)
       and not exists (select 1 from "BlobUse" u where u."sha256" = b."sha256") returning "sha256"`,
    [held],
    nameRow,
  );
}
