import { useContext } from "react";
import { pathsIn } from "#app/lib/paths.ts";
import { Brand } from "./brand.ts";
import type { PageProps } from "./page.tsx";
import { words } from "./words.ts";

type MastheadProps = Pick<PageProps, "variant" | "current" | "readAgain" | "leave"> & { locale: string };

/** The word mark on its rule; on a page the way around, in a form only the way back to what it is about, and out. */
export function Masthead({ variant, current, readAgain, leave, locale }: MastheadProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const brand = useContext(Brand) ?? t("brand");
  return (
    <header className="masthead wrap">
      <div className="masthead-in">
        <a className="wordmark" href={paths.home()}>
          <bdi>{brand}</bdi>
        </a>
        {variant === "full" ? (
          <nav className="nav nav-main" aria-label={t("nav.main")}>
            <a href={paths.home()} aria-current={current === "campaigns" ? "page" : undefined}>
              {t("nav.campaigns")}
            </a>
            <a href={`${paths.home()}#how`}>{t("nav.how")}</a>
            <a href={paths.me()}>{t("nav.mine")}</a>
          </nav>
        ) : null}
        {variant === "form" && (readAgain || leave) ? (
          <nav className="nav" aria-label={t("nav.help")}>
            {readAgain ? <a href={readAgain}>{t("nav.again")}</a> : null}
            {leave ? <a href={leave}>{t("nav.leave")}</a> : null}
          </nav>
        ) : null}
      </div>
    </header>
  );
}
