import type { ReactNode } from "react";
import { pathsIn } from "#app/lib/paths.ts";
import { words } from "./words.ts";

/** The frame of a page at the door of the applications: one column, and the way back to the public site. */
export function AppPage({ children, locale }: { children: ReactNode; locale: string }) {
  const t = words(locale);
  const paths = pathsIn(locale);
  return (
    <div className="app">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header className="masthead wrap">
        <div className="masthead-in">
          <a className="wordmark" href={paths.home()}>
            {t("brand")}
          </a>
          <nav className="nav" aria-label={t("shell.site-nav")}>
            <a href={paths.home()}>{t("shell.public")}</a>
          </nav>
        </div>
      </header>
      <main id="main" className="wrap page">
        <div className="narrow stack stack-lg">{children}</div>
      </main>
    </div>
  );
}
