import type { ReactNode } from "react";
import { Footer } from "./footer.tsx";
import { Masthead } from "./masthead.tsx";
import { words } from "./words.ts";

export interface PageProps {
  /** "full": navigation and the long footer; "form": only what helps with the form. */
  variant: "full" | "form";
  /** Which entry of the navigation this page is. */
  current?: "campaigns";
  /** A demonstration says so, in one sentence, on every page of it. */
  demo?: string | null;
  /** What else stands on top of every page of a kind: that it is a preview. An `aside`. */
  notice?: ReactNode;
  /** Who runs the site. */
  organization: string;
  /** On a form: the way back to what is being signed. */
  readAgain?: string;
  /** On a page that shows something of a person: what clears this browser of it. */
  leave?: string;
  /** One `main` with the id "main". */
  children: ReactNode;
  locale: string;
}

/** The frame of every page: skip link, notice, masthead, content, footer. */
export function Page({ variant, current, demo, notice, organization, readAgain, leave, children, locale }: PageProps) {
  const t = words(locale);
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      {demo ? (
        <aside className="demo no-print" aria-label={t("demo.label")}>
          <p className="wrap">
            <strong>{t("demo.word")}</strong> {demo}
          </p>
        </aside>
      ) : null}
      {notice}
      <Masthead variant={variant} current={current} readAgain={readAgain} leave={leave} locale={locale} />
      {children}
      <Footer variant={variant} organization={organization} locale={locale} />
    </>
  );
}
