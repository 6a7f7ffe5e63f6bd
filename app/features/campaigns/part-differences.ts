import { documentParts } from "#app/features/campaigns/campaign-document.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import { partLines } from "#app/features/campaigns/part-lines.ts";
import type { PartDifference } from "#app/features/campaigns/revisions-page.tsx";
import { differenceOf } from "#app/features/campaigns/text-difference.ts";

/** The parts that differ between two documents, and how. */
export function partDifferences(locale: string, before: CampaignDocument, after: CampaignDocument): PartDifference[] {
  return documentParts.flatMap((part) => {
    const [one, other] = [partLines(locale, part, before), partLines(locale, part, after)];
    return one === other ? [] : [{ part, passages: differenceOf(one, other) }];
  });
}
