import { LetterSheet } from "#app/features/letters/letter-sheet.tsx";
import { pathsIn } from "#app/lib/paths.ts";
import type { PreviewLetters } from "#app/features/campaigns/preview-letter.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = { locale: string; slug: string; as: string; lang: string; found: PreviewLetters };

/** The letters of a persona, each whole: to whom, what it asks, how it goes. */
export function PreviewLettersPage({ locale, slug, as, lang, found }: Props) {
  const t = words(locale);
  const { letters, missing, spared, status, isSplit } = found;
  const why = t("preview.status", { status });
  return (
    <div className="narrow stack stack-xl">
      <div className="stack">
        <h1>{t("preview.letters")}</h1>
        <p className="lead muted">{t("preview.letters.lead", { n: letters.length })}</p>
        {isSplit ? <p>{t("preview.choose")}</p> : null}
        {why === "" ? null : <p>{why}</p>}
        {missing.length > 0 ? (
          <p className="notice notice-danger">{t("preview.missing", { names: missing.join(", ") })}</p>
        ) : null}
        {spared.map((sentence) => (
          <p key={sentence} className="notice">
            {sentence}
          </p>
        ))}
      </div>
      {letters.map((letter) => (
        <section key={letter.key} className="stack" aria-labelledby={`to-${letter.key}`}>
          <div className="stack stack-sm">
            <h2 id={`to-${letter.key}`}>{letter.name}</h2>
            <p className="muted">{letter.office}</p>
            <p>{t("preview.asks", { asks: letter.asks })}</p>
            <p className="meta">{t("preview.goes", { way: letter.way })}</p>
          </div>
          <h3 lang={lang}>{letter.subject}</h3>
          <LetterSheet paragraphs={letter.paragraphs} lang={lang} />
        </section>
      ))}
      <p className="row">
        <a className="btn" href={pathsIn(locale).organizePreviewThanks(slug, as)}>
          {t("preview.next")}
        </a>
        <a href={pathsIn(locale).organizePreview(slug, as)}>{t("preview.back")}</a>
      </p>
    </div>
  );
}

/** The end of a walk: what a supporter still has to do. */
export function PreviewEnd({ locale, slug }: { locale: string; slug: string }) {
  const t = words(locale);
  return (
    <div className="narrow stack">
      <h1>{t("preview.end")}</h1>
      <p className="lead">{t("preview.end.lead")}</p>
      <p>
        <a className="btn btn-second" href={pathsIn(locale).organizePublish(slug)}>
          {t("preview.end.read")}
        </a>
      </p>
    </div>
  );
}
