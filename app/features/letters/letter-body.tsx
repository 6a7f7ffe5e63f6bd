import { formatPercent } from "#app/lib/format.ts";
import { words } from "./words.ts";

type Props = {
  body: string;
  lang: string;
  commonShare: number;
  /** How many letters it stands in. */
  count: number;
  locale: string;
  fault: string;
};

/** The common text, edited once, and in one sentence how much of it is the campaign's. Never a mark, never a block. */
export function LetterBody({ body, lang, commonShare, count, locale, fault }: Props) {
  const t = words(locale);
  const share = commonShare > 0 ? t("share.sentence", { share: formatPercent(locale, commonShare) }) : t("share.none");
  return (
    <section aria-labelledby="say" className="stack">
      <h2 id="say" className="ruled">
        {t("say.heading")}
      </h2>
      {fault ? (
        <p className="wrong" id="body-wrong">
          <span className="sr">{t("form.error")}</span> {fault}
        </p>
      ) : null}
      <div className="sheet sheet-edit">
        <p className="sheet-slot">{t("say.before", { n: count })}</p>
        <label className="sr" htmlFor="body">
          {t("say.label")}
        </label>
        {/* A browser drops the first line break of a textarea; one more keeps the text whole. */}
        <textarea
          className="textarea"
          id="body"
          name="body"
          rows={14}
          lang={lang}
          dir="auto"
          aria-invalid={fault ? true : undefined}
          aria-describedby={`${fault ? "body-wrong " : ""}body-hint body-share`}
          defaultValue={body.startsWith("\n") ? `\n${body}` : body}
        />
        <p className="sheet-slot">{t("say.after")}</p>
      </div>
      <p className="hint mt-2" id="body-hint">
        {t("say.hint", { n: count })}
      </p>
      <div className="share-own small" id="body-share">
        <b>{share}</b>
        <span className="muted">{t("share.meaning")}</span>
      </div>
    </section>
  );
}
