import { reachableNow } from "#app/features/directory/reachable-of.server.ts";
import type { By } from "#app/lib/by.ts";
import type { CampaignDocument, DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import type { Values } from "#app/features/campaigns/part-form.ts";
import { withOffice, withTarget } from "#app/features/campaigns/part-shown.ts";

/** A part with the target, or the office's own words, that its form asks to add; the directory says what there is. */
export async function withAdded<P extends DocumentPart>(
  by: By,
  locale: string,
  part: P,
  value: CampaignDocument[P],
  { add, addOffice }: Values,
): Promise<CampaignDocument[P]> {
  if (part === "targets" && add)
    return withTarget(locale, value as CampaignDocument["targets"], add, await reachableNow(by)) as CampaignDocument[P];
  if (part === "letters" && addOffice)
    return withOffice(value as CampaignDocument["letters"], addOffice, await reachableNow(by)) as CampaignDocument[P];
  return value;
}
