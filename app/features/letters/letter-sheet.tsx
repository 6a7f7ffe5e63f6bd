import { Fragment } from "react";
import { dirOf } from "#app/lib/words.ts";
import type { SheetParagraph } from "./sheet.ts";

/** A letter on its sheet, whole. */
export function LetterSheet({ paragraphs, lang }: { paragraphs: SheetParagraph[]; lang: string }) {
  return (
    <div className="sheet" lang={lang} dir={dirOf(lang)}>
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
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
}
