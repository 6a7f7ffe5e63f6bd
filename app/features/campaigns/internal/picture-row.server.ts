import { z } from "zod";
import type { Tx } from "#app/lib/db.server.ts";
import type { PictureFile } from "#app/features/campaigns/campaign.ts";

const columns = ["sha256", "smallSha256", "cardSha256", "width", "height", "size"];

/** What a picture's row holds, as pairs for `json_build_object`. */
export function pictureColumns(alias: string): string {
  return columns.map((column) => `'${column}', ${alias}."${column}"`).join(", ");
}

export const pictureRow = z.object({
  n: z.number(),
  sha256: z.string(),
  smallSha256: z.string().nullable(),
  cardSha256: z.string().nullable(),
  width: z.number(),
  height: z.number(),
  size: z.number(),
});

/** Every picture that was ever put into a campaign, shown or not. */
export function filesOf(tx: Tx, campaignId: string): Promise<PictureFile[]> {
  return tx.sql(
    "campaign-picture-files",
    `select "n", ${columns.map((column) => `"${column}"`).join(", ")} from "CampaignPicture"
     where "campaignId" = $1 order by "n"`,
    [campaignId],
    pictureRow,
  );
}
