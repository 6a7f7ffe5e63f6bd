import { namesOf } from "#app/features/accounts/names-of.server.ts";
import type { By } from "#app/lib/by.ts";
import type { CampaignDocument, DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import type { ConflictShown } from "#app/features/campaigns/conflict.tsx";
import { documentOfPages, revisionOf } from "#app/features/campaigns/edited-campaign-of.server.ts";
import type { Revision } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { partLines } from "#app/features/campaigns/part-lines.ts";
import { differenceOf } from "#app/features/campaigns/text-difference.ts";

type Given = {
  campaignId: string;
  part: DocumentPart;
  mine: CampaignDocument[DocumentPart];
  theirs: Revision;
  /** The number of the revision that both began from; 0: what the public pages say. */
  base: number;
};

/** Both texts beside each other, each against what its author had begun from, where that is still known. */
export async function conflictOf(by: By, locale: string, given: Given): Promise<ConflictShown> {
  const { campaignId, part, mine, theirs, base } = given;
  const [begun, names] = await Promise.all([
    base > 0 ? revisionOf(by, campaignId, base).then((found) => found?.document) : documentOfPages(by, campaignId),
    namesOf(by, [theirs.authorId]),
  ]);
  const lines = (document: CampaignDocument) => partLines(locale, part, document);
  const own = lines({ ...theirs.document, [part]: mine });
  const saved = lines(theirs.document);
  return {
    by: names.get(theirs.authorId) ?? "",
    at: theirs.at,
    revision: theirs.number,
    mine: differenceOf(begun ? lines(begun) : saved, own),
    theirs: differenceOf(begun ? lines(begun) : saved, saved),
  };
}
