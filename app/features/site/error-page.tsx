import { pathsIn } from "#app/lib/paths.ts";
import { placesToFill } from "./faults.ts";
import type { Fault } from "./faults.ts";
import { words } from "./words.ts";

export interface ErrorPageProps {
  locale: string;
  fault: Fault;
  /** What the log has of a bug, for whoever writes to us about it. */
  reference?: string | null;
}

/** What happened, what is safe, what to do. */
export function ErrorPage({ locale, fault, reference }: ErrorPageProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const isHint = fault === "not-found";
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack stack-lg">
        <div className="stack">
          <h1>{t(`error.${fault}`)}</h1>
          <p className="lead">{t(`error.${fault}.lead`)}</p>
          {reference ? (
            <p>
              {t("error.reference")} <strong className="num">{reference}</strong>
            </p>
          ) : null}
          {fault === "busy" ? (
            <form className="stack" method={placesToFill.method} action={placesToFill.action}>
              {placesToFill.fields}
              {placesToFill.file.begin}
              <p>{t("error.busy.file")}</p>
              {placesToFill.file.end}
              <button className="btn">{t("error.busy.again")}</button>
            </form>
          ) : (
            <p className="row">
              <a className="btn" href={paths.home()}>
                {t("error.home")}
              </a>
              {isHint ? <a href={paths.me()}>{t("error.mine")}</a> : null}
              {fault === "ours" ? <a href={paths.report()}>{t("error.tell")}</a> : null}
            </p>
          )}
        </div>
        {isHint ? (
          <p className="small muted">
            {t("error.not-found.hint")} <a href={paths.report()}>{t("error.tell")}</a>.
          </p>
        ) : null}
      </div>
    </main>
  );
}
