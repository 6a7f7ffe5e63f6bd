import { z } from "zod";
import { blobsOf } from "#app/features/blobs/picture.ts";
import type { PictureFault } from "#app/features/blobs/picture.ts";
import { readPicture } from "#app/features/blobs/read-picture.server.ts";
import { needBlobs, storeBlobs } from "#app/features/blobs/store-blobs.server.ts";
import type { By } from "#app/lib/by.ts";
import { count, none, transaction } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import type { PictureFile } from "#app/features/campaigns/campaign.ts";
import { filesOf } from "#app/features/campaigns/internal/picture-row.server.ts";

/** What one campaign may hold. What earlier versions show counts too: they keep it. */
const mostPictures = 100;
const mostBytes = 60 * 1024 * 1024;
/** What a document and a story can name (`pictureLine`). */
const lastNumber = 999;

export type AddedPicture = { ok: true; n: number } | { ok: false; code: PictureFault };

/** Who needs the blobs of a picture. */
export const usedBy = (campaignId: string, n: number): string => `campaign ${campaignId} picture ${n}`;

/** Puts a picture into a campaign; its page shows it when its document says so. Answers its number, or why it is not taken. */
export async function addPicture(by: By, campaignId: string, file: Uint8Array): Promise<AddedPicture> {
  const read = await readPicture(file);
  if (!read.ok) return read;
  const { picture, blobs } = read;
  return transaction(async (tx): Promise<AddedPicture> => {
    // Of two who add one at once each gets a number of its own.
    await tx.sql("campaign-lock", `select 1 from "Campaign" where "id" = $1 for update`, [campaignId], none);
    const [held] = await tx.sql(
      "campaign-pictures-held",
      `select count(p."n") as "n", coalesce(sum(p."size"), 0) as "bytes",
         greatest(coalesce(max(p."n"), 0), c."lastPicture") as "last"
       from "Campaign" c left join "CampaignPicture" p on p."campaignId" = c."id" where c."id" = $1 group by c."id"`,
      [campaignId],
      z.object({ n: count, bytes: count, last: z.number() }),
    );
    const isFull = !held || held.n >= mostPictures || held.bytes + picture.size > mostBytes;
    if (isFull || held.last >= lastNumber) return { ok: false, code: "picture-many" };
    const n = held.last + 1;
    await storeBlobs(tx, by, usedBy(campaignId, n), blobs);
    await insertPicture(tx, by, campaignId, { ...picture, n });
    return { ok: true, n };
  });
}

/** Gives a copy of a campaign the pictures that its document shows, under the same numbers. */
export async function copyPictures(tx: Tx, by: By, from: string, to: string, numbers: number[]): Promise<void> {
  // Whoever erases one meanwhile is waited for: it is not copied.
  await tx.sql("campaign-lock", `select 1 from "Campaign" where "id" = $1 for update`, [from], none);
  for (const file of await filesOf(tx, from)) {
    if (!numbers.includes(file.n)) continue;
    await needBlobs(tx, usedBy(to, file.n), blobsOf(file));
    await insertPicture(tx, by, to, file);
  }
  // Also here a number is its picture's own for ever.
  await keepNumber(tx, to, Math.max(0, ...numbers));
}

/** Gives no number up to this one out again, whatever becomes of its picture. */
export async function keepNumber(tx: Tx, campaignId: string, n: number): Promise<void> {
  await tx.sql(
    "campaign-keep-number",
    `update "Campaign" set "lastPicture" = $2 where "id" = $1 and "lastPicture" < $2`,
    [campaignId, n],
    none,
  );
}

async function insertPicture(tx: Tx, by: By, campaignId: string, file: PictureFile): Promise<void> {
  const { n, sha256, smallSha256, cardSha256, width, height, size } = file;
  await tx.sql(
    "campaign-add-picture",
    `insert into "CampaignPicture" ("campaignId", "n", "sha256", "smallSha256", "cardSha256", "width", "height", "size",
       "addedAt", "isUsed") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false)`,
    [campaignId, n, sha256, smallSha256, cardSha256, width, height, size, by.now],
    none,
  );
}
