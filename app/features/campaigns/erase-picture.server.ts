import { z } from "zod";
import { campaignIdsOf } from "#app/features/accounts/campaign-members.server.ts";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import { dropBlobs } from "#app/features/blobs/blob-of.server.ts";
import { blobsOf } from "#app/features/blobs/picture.ts";
import { eraseBlobs, usersOfBlobs } from "#app/features/blobs/store-blobs.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { keepNumber, usedBy } from "#app/features/campaigns/add-picture.server.ts";
import { forgetCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import type { PictureFile } from "#app/features/campaigns/campaign.ts";
import { filesOf } from "#app/features/campaigns/internal/picture-row.server.ts";
import { organizedCampaigns } from "#app/features/campaigns/organized-campaigns.server.ts";
import { withoutPicture } from "#app/features/campaigns/picture-line.ts";

export type ErasablePicture = {
  file: PictureFile;
  /** Further numbers of the same bytes in this campaign. */
  sameNumbers: number[];
  /** Other campaigns that hold the same bytes and that whoever asks works on. */
  others: { id: string; title: string }[];
  /** The same bytes stand also where whoever asks has no right to erase them. */
  isElsewhere: boolean;
};

const heldRow = z.object({ campaignId: z.string(), n: z.number() });
type Held = z.output<typeof heldRow>;

/** What erasing a picture would take, by whoever asks; null where there is none of that number (any more). */
export async function erasablePicture(by: By, campaignId: string, n: number): Promise<ErasablePicture | null> {
  const file = (await filesOf({ sql }, campaignId)).find((one) => one.n === n);
  if (!file) return null;
  const held = await sql(
    "pictures-of-bytes",
    `select "campaignId", "n" from "CampaignPicture" where "sha256" = $1 order by "campaignId", "n"`,
    [file.sha256],
    heldRow,
  );
  const worksOn = by.actor === "admin" ? null : await campaignIdsOf(by, by.accountId ?? "");
  const theirs = held.filter((one) => one.campaignId !== campaignId && (worksOn?.includes(one.campaignId) ?? true));
  const mine = held.filter((one) => one.campaignId === campaignId);
  const campaigns = await organizedCampaigns(by, [...new Set(theirs.map((one) => one.campaignId))]);
  const users = await usersOfBlobs(blobsOf(file));
  const reached = new Set([...mine, ...theirs].map((one) => usedBy(one.campaignId, one.n)));
  return {
    file,
    sameNumbers: mine.map((one) => one.n).filter((number) => number !== n),
    others: campaigns.map(({ id, title }) => ({ id, title })),
    isElsewhere: users.some((user) => !reached.has(user)),
  };
}

/**
 * Erases a picture: in this campaign under every number that has its bytes, and in those of `alsoIn` that whoever asks
 * works on. Pages lose it at once, and so do earlier versions, whose words stay. The bytes go with whoever needed them
 * last. A number is not given out again. Twice is once.
 */
export async function erasePicture(
  by: By,
  { campaignId, n, alsoIn }: { campaignId: string; n: number; alsoIn: string[] },
): Promise<void> {
  const found = await erasablePicture(by, campaignId, n);
  if (!found) return;
  const ids = [campaignId, ...found.others.map(({ id }) => id).filter((id) => alsoIn.includes(id))];
  const erased = await transaction(async (tx) => {
    // Whoever adds, copies, saves or publishes waits, in one order.
    const lock = `select 1 from "Campaign" where "id" = any ($1::uuid[]) order by "id" for update`;
    await tx.sql("campaigns-lock", lock, [ids], none);
    const gone = await tx.sql(
      "campaign-erase-picture",
      `delete from "CampaignPicture" where "campaignId" = any ($1::uuid[]) and "sha256" = $2 returning "campaignId", "n"`,
      [ids, found.file.sha256],
      heldRow,
    );
    for (const one of gone) await takeOffPages(tx, by, one);
    return eraseBlobs(
      tx,
      gone.map((one) => usedBy(one.campaignId, one.n)),
    );
  });
  dropBlobs(erased);
  forgetCampaigns();
}

async function takeOffPages(tx: Tx, by: By, { campaignId, n }: Held): Promise<void> {
  await tx.sql(
    "campaign-unshow-picture",
    `delete from "ShownPicture" where "campaignId" = $1 and "n" = $2`,
    [campaignId, n],
    none,
  );
  const texts = await tx.sql(
    "campaign-stories",
    `select "locale", "story" from "CampaignText" where "campaignId" = $1`,
    [campaignId],
    z.object({ locale: z.string(), story: z.string() }),
  );
  for (const { locale, story } of texts)
    await tx.sql(
      "campaign-story-without-picture",
      `update "CampaignText" set "story" = $3, "sharePicture" = nullif("sharePicture", $4)
       where "campaignId" = $1 and "locale" = $2`,
      [campaignId, locale, withoutPicture(story, n), n],
      none,
    );
  // Whoever is about to publish what still shows it publishes nothing.
  const overtake = `update "Campaign" set "version" = "version" + 1 where "id" = $1`;
  await tx.sql("campaign-overtake", overtake, [campaignId], none);
  await keepNumber(tx, campaignId, n);
  const subject = { subjectKind: "campaign", subjectId: campaignId };
  await recordAudit(tx, by, { action: "picture-erased", ...subject, change: { n } });
}
