import { pathsIn } from "#app/lib/paths.ts";
import type { PageProps } from "./page.tsx";
import { words } from "./words.ts";

/** Who runs the site and what it keeps; on a form in one line, so that nothing leads away from it. */
export function Footer({
  variant,
  organization,
  locale,
}: Pick<PageProps, "variant" | "organization"> & { locale: string }) {
  const t = words(locale);
  const paths = pathsIn(locale);
  if (variant === "form") {
    return (
      <footer className="footer">
        <div className="wrap row-between">
          <p className="muted">{t("footer.form", { organization })}</p>
          <ul role="list" className="row">
            <li>
              <a href={paths.privacy()}>{t("footer.store.short")}</a>
            </li>
            <li>
              <a href={paths.accessibility()}>{t("footer.accessibility")}</a>
            </li>
            <li>
              <a href={paths.report()}>{t("footer.report")}</a>
            </li>
          </ul>
        </div>
      </footer>
    );
  }
  return (
    <footer className="footer">
      <div className="wrap cols">
        <div className="stack-sm">
          <h2>{t("brand")}</h2>
          <p className="muted">{t("footer.lead", { organization })}</p>
        </div>
        <nav aria-labelledby="footer-letters">
          <h2 id="footer-letters">{t("footer.letters")}</h2>
          <ul role="list">
            <li>
              <a href={paths.me()}>{t("footer.find")}</a>
            </li>
            <li>
              <a href={paths.me()}>{t("footer.rights")}</a>
            </li>
            <li>
              <a href={paths.privacy()}>{t("footer.store")}</a>
            </li>
          </ul>
        </nav>
        <nav aria-labelledby="footer-about">
          <h2 id="footer-about">{t("footer.about")}</h2>
          <ul role="list">
            <li>
              <a href={`${paths.about()}#count`}>{t("footer.count")}</a>
            </li>
            <li>
              <a href={`${paths.about()}#data`}>{t("footer.data")}</a>
            </li>
            <li>
              <a href={paths.accessibility()}>{t("footer.accessibility")}</a>
            </li>
            <li>
              <a href={paths.report()}>{t("footer.report")}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
