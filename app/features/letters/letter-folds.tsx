import { LetterSheet } from "./letter-sheet.tsx";
import { sheetOf } from "./sheet.ts";
import { words } from "./words.ts";

/** A letter as `/confirm` shows it. */
export type LetterFoldItem = {
  id: string;
  name: string;
  office: string;
  channel: "email" | "hand-over";
  text: string;
  lang: string;
};

/** Every text in full, open, before anybody confirms anything. */
export function LetterFolds({ items, locale }: { items: LetterFoldItem[]; locale: string }) {
  const t = words(locale);
  return (
    <div>
      {items.map((item) => (
        <details className="fold" open key={item.id}>
          <summary>
            <span className="grow">
              <strong>
                <bdi>{item.name}</bdi>
              </strong>
              <span className="small muted">
                <bdi>{item.office}</bdi>
              </span>
            </span>
            {item.channel === "email" ? (
              <span className="tag">{t("fold.email")}</span>
            ) : (
              <span className="tag tag-act">{t("fold.hand")}</span>
            )}
          </summary>
          <div className="body">
            <LetterSheet paragraphs={sheetOf(item.text)} lang={item.lang} />
          </div>
        </details>
      ))}
    </div>
  );
}
