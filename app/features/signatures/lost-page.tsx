import { pathsIn } from "#app/lib/paths.ts";
import { words } from "./words.ts";

/** This browser holds no key to a half-written letter: the mailed link does. `text` is what was posted all the same. */
export function LostPage({ locale, slug, text = "" }: { locale: string; slug: string; text?: string }) {
  const t = words(locale);
  return (
    <div className="narrow stack">
      <h1>{t("letter.lost")}</h1>
      <p className="lead">{t("letter.lost.lead")}</p>
      <p>
        <a className="btn" href={pathsIn(locale).sign(slug)}>
          {t("letter.lost.sign")}
        </a>
      </p>
      {text ? (
        <div className="field">
          <label htmlFor="kept">{t("letter.lost.kept")}</label>
          <textarea className="textarea" id="kept" rows={14} dir="auto" readOnly defaultValue={`\n${text}`} />
        </div>
      ) : null}
    </div>
  );
}
