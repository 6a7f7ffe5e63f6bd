import { paragraphsOf, ownParagraphs } from "./own-share.ts";

/** A paragraph of a letter: what stands unmarked, then the writer's own words, marked. Either may be empty. */
export type SheetParagraph = { plain: string; own: string };

/** A letter as it is, without marks. */
export function sheetOf(text: string): SheetParagraph[] {
  return paragraphsOf(text).map((plain) => ({ plain, own: "" }));
}

/** A letter with the writer's own paragraphs marked. `body` is the common text that it was composed from. */
export function markedSheetOf(letter: { text: string; opening: string }, body: string, common: string): SheetParagraph[] {
  const own = ownParagraphs(body, common);
  return paragraphsOf(letter.text).map((plain, index) => {
    // The first paragraph is the greeting; the body follows, its first paragraph after the opening.
    if (!own[index - 1]) return { plain, own: "" };
    const before = index === 1 && letter.opening ? `${letter.opening} ` : "";
    return { plain: before, own: plain.slice(before.length) };
  });
}

/** A letter on its sheet, whole. */
export function LetterSheet({ paragraphs, lang }: { paragraphs: SheetParagraph[]; lang: string }) {
  return (
    <div className="sheet" lang={lang}>
      {paragraphs.map(({ plain, own }, index) => (
        <p key={index} dir="auto">
          <Lines text={plain} />
          {own ? (
            <mark className="own">
              <Lines text={own} />
            </mark>
          ) : null}
        </p>
      ))}
    </div>
  );
}

function Lines({ text }: { text: string }) {
  return text.split("\n").map((line, index) => (
    <span key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </span>
  ));
}
