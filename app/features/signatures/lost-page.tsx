import { paths } from "#app/lib/paths.ts";
import { words } from "./words.ts";

/** This browser holds no key to a half-written letter: the mailed link does. */
export function LostPage({ locale, slug }: { locale: string; slug: string }) {
  const t = words(locale);
  return (
    <div className="narrow stack">
      <h1>{t("letter.lost")}</h1>
      <p className="lead">{t("letter.lost.lead")}</p>
      <p>
        <a className="btn" href={paths.sign(slug)}>
          {t("letter.lost.sign")}
        </a>
      </p>
    </div>
  );
}
