import { z } from "zod";

/** The organization's picture as a column of a statement over its table. */
export const pictureColumn = `case when "pictureSha256" is not null then
  json_build_object('sha256', "pictureSha256", 'width', "pictureWidth", 'height', "pictureHeight") end as "picture"`;

export const organizationPicture = z.object({ sha256: z.string(), width: z.number(), height: z.number() }).nullable();
