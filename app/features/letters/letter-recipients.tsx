import { LetterSheet } from "./letter-sheet.tsx";
import type { RecipientItem } from "./recipient-item.ts";
import { words } from "./words.ts";

/** The first recipient's checkbox; the error summary leads there. */
export const firstRecipientId = "recipient-1";

/** To whom the letters go: per recipient a checkbox, how the letter begins, what it asks, how it goes; then it whole. */
export function LetterRecipients({
  items,
  locale,
  lang,
  fault,
}: {
  items: RecipientItem[];
  locale: string;
  lang: string;
  fault: string;
}) {
  const t = words(locale);
  const [beforeWord = "", afterWord = ""] = t("to.own").split("<own>");
  const firstOpen = items.findIndex((item) => item.paragraphs.length > 0);
  return (
    <section aria-labelledby="to" className="stack">
      <h2 id="to" className="ruled">
        {t("to.heading")}
      </h2>
      {fault ? (
        <p className="wrong" id="recipient-wrong">
          <span className="sr">{t("form.error")}</span> {fault}
        </p>
      ) : null}
      <ul className="recipients" role="list">
        {items.map((item, index) => (
          <li key={item.key}>
            <div className="choice">
              <input
                type="checkbox"
                id={`recipient-${index + 1}`}
                name="recipient"
                value={item.key}
                defaultChecked={item.checked}
                aria-describedby={fault ? "recipient-wrong" : undefined}
              />
              <label htmlFor={`recipient-${index + 1}`}>
                <strong>{item.name}</strong>
                {item.office}
              </label>
            </div>
            <div className="inside">
              <dl className="parts">
                <dt>{t("to.begins")}</dt>
                <dd dir="auto">{item.begins}</dd>
                <dt>{t("to.asks")}</dt>
                <dd lang={lang}>{item.asks}</dd>
                {item.goes ? (
                  <>
                    <dt>{t("to.goes")}</dt>
                    <dd>{item.goes}</dd>
                  </>
                ) : null}
              </dl>
              {item.paragraphs.length > 0 ? (
                <details open={index === firstOpen}>
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
      <p className="meta">
        {beforeWord}
        <mark className="own">{t("to.own.word")}</mark>
        {afterWord}
      </p>
    </section>
  );
}
