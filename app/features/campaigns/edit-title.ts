import type { DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { words } from "#app/features/campaigns/words.ts";

type Page = DocumentPart | "publish" | "close" | "copy" | "erase" | "revisions" | "decline";

/** How a browser names a page of the editor; `refused`: what was posted there was not taken. */
export function editTitle(locale: string, page: Page, shown: { frame: { title: string }; refused?: boolean }): string {
  const t = words(locale);
  const part = t(`edit.part.${page}`);
  return t(shown.refused ? "edit.document.error" : "edit.document", { part, title: shown.frame.title });
}
