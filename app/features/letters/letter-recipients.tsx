import { LetterSheet } from "./letter-sheet.tsx";
import type { LeftItem } from "./left-item.ts";
import type { RecipientItem } from "./recipient-item.ts";
import { words } from "./words.ts";

/** The first recipient's checkbox; the error summary leads there. */
export const firstRecipientId = "recipient-1";

/**
 * To whom the letters go: per recipient a checkbox, how the letter begins, what it asks, how it goes; then it whole. Of
 * one that has left: what is known, and its text as it went.
 */
export function LetterRecipients({
  items,
  locale,
  lang,
  fault,
}: {
  items: (RecipientItem | LeftItem)[];
  locale: string;
  lang: string;
  fault: string;
}) {
  const t = words(locale);
  const [beforeWord = "", afterWord = ""] = t("to.own").split("<own>");
  const hasText = (item: RecipientItem | LeftItem) => item.paragraphs.length > 0;
  const open = items.find((item) => item.left === null && hasText(item)) ?? items.find(hasText);
  const boxes = items.filter((item) => item.left === null);
  return (
    <section aria-labelledby="to" className="stack">
      <h2 id="to" className="ruled">
        {t(boxes.length > 0 ? "to.heading" : "to.heading.left")}
      </h2>
      {fault ? (
        <p className="wrong" id="recipient-wrong">
          <span className="sr">{t("form.error")}</span> {fault}
        </p>
      ) : null}
      <ul className="recipients" role="list">
        {items.map((item) => (
          <li key={item.key}>
            {item.left === null ? (
              <Tick item={item} index={boxes.indexOf(item)} fault={fault} />
            ) : (
              <p className="inside">
                <strong>
                  <bdi>{item.name}</bdi>
                </strong>
                <bdi>{item.office}</bdi>
              </p>
            )}
            <div className="inside">
              <Parts item={item} locale={locale} lang={lang} />
              {hasText(item) ? (
                <details open={item === open}>
                  <summary>
                    {t("to.read")}
                    <span className="sr">{t("to.read.whom", { name: item.name })}</span>
                  </summary>
                  <LetterSheet paragraphs={item.paragraphs} lang={lang} />
                </details>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {boxes.length > 0 ? (
        <p className="meta">
          {beforeWord}
          <mark className="own">{t("to.own.word")}</mark>
          {afterWord}
        </p>
      ) : null}
    </section>
  );
}

function Tick({ item, index, fault }: { item: RecipientItem; index: number; fault: string }) {
  const id = `recipient-${index + 1}`;
  return (
    <div className="choice">
      <input
        type="checkbox"
        id={id}
        name="recipient"
        value={item.key}
        defaultChecked={item.checked}
        aria-describedby={fault ? "recipient-wrong" : undefined}
      />
      <label htmlFor={id}>
        <strong>
          <bdi>{item.name}</bdi>
        </strong>
        <bdi>{item.office}</bdi>
      </label>
    </div>
  );
}

function Parts({ item, locale, lang }: { item: RecipientItem | LeftItem; locale: string; lang: string }) {
  const t = words(locale);
  if (item.left !== null) {
    return (
      <dl className="parts">
        <dt>{t("to.known")}</dt>
        <dd>{item.left}</dd>
      </dl>
    );
  }
  return (
    <dl className="parts">
      <dt>{t("to.begins")}</dt>
      <dd lang={lang} dir="auto">
        {item.begins}
      </dd>
      <dt>{t("to.asks")}</dt>
      <dd lang={lang} dir="auto">
        {item.asks}
      </dd>
      {item.goes ? (
        <>
          <dt>{t("to.goes")}</dt>
          <dd>{item.goes}</dd>
        </>
      ) : null}
    </dl>
  );
}
