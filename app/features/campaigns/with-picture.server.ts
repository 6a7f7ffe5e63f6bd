import type { PictureFault } from "#app/features/blobs/picture.ts";
import type { By } from "#app/lib/by.ts";
import { addPicture } from "#app/features/campaigns/add-picture.server.ts";
import { documentLimits } from "#app/features/campaigns/campaign-document.ts";
import { rowField } from "#app/features/campaigns/part-form.ts";
import type { Values } from "#app/features/campaigns/part-form.ts";

type WithPicture = { values: Values; fault: PictureFault | null };

/**
 * The fields of a story's form with a row for the picture that it brought, so that it is there whatever else becomes of
 * the form: a browser gives a file only once.
 */
export async function withPicture(
  by: By,
  campaignId: string,
  values: Values,
  file: Uint8Array | null,
): Promise<WithPicture> {
  if (file === null) return { values, fault: null };
  const rows = Array.from({ length: documentLimits.rows }, (_, index) => rowField("pictureNumber", index + 1));
  const free = rows.find((name) => (values[name] ?? "") === "");
  if (free === undefined) return { values, fault: "picture-many" };
  const added = await addPicture(by, campaignId, file);
  return added.ok ? { values: { ...values, [free]: `${added.n}` }, fault: null } : { values, fault: added.code };
}
