import { createHash } from "node:crypto";
import type { CampaignDocument, DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { partText } from "#app/features/campaigns/campaign-document.ts";

/** What a form carries of the part it was read from: if that has another digest when it is saved, somebody was faster. */
export function partDigest(document: CampaignDocument, part: DocumentPart): string {
  return createHash("sha256").update(partText(part, document[part])).digest("base64url").slice(0, 22);
}
