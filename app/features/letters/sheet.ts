import { ownParagraphs, paragraphsOf } from "./own-share.ts";

/** A paragraph of a letter: what stands unmarked, then the writer's own words, marked. Either may be empty. */
export type SheetParagraph = { plain: string; own: string };

/** A letter as it is, without marks. */
export function sheetOf(text: string): SheetParagraph[] {
  return paragraphsOf(text).map((plain) => ({ plain, own: "" }));
}

/** A letter with the writer's own paragraphs marked. `body` is the common text that it was composed from. */
export function markedSheetOf(
  letter: { text: string; opening: string },
  body: string,
  common: string,
): SheetParagraph[] {
  const own = ownParagraphs(body, common);
  return paragraphsOf(letter.text).map((plain, index) => {
    // The first paragraph is the greeting; the body follows, its first paragraph after the opening.
    if (!own[index - 1]) return { plain, own: "" };
    const before = index === 1 && letter.opening ? `${letter.opening} ` : "";
    return { plain: before, own: plain.slice(before.length) };
  });
}
