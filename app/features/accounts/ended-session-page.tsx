import { pathsIn } from "#app/lib/paths.ts";
import type { EndedSession } from "./ended-session.ts";
import { words } from "./words.ts";

/** Nothing was saved, and nothing is lost: sign in beside this page, then send the same again. */
export function EndedSessionPage({ locale, ended }: { locale: string; ended: EndedSession }) {
  const t = words(locale);
  return (
    <form className="stack stack-lg" method="post" action={ended.action}>
      <div className="stack stack-sm">
        <h1>{t("ended.title")}</h1>
        <p className="lead">{t("ended.lead")}</p>
      </div>
      {ended.hadFile ? (
        <div className="notice">
          <p>{t("ended.file")}</p>
        </div>
      ) : null}
      {ended.fields.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <ol className="stack">
        <li>
          <a href={pathsIn(locale).signIn()} target="_blank" rel="noopener">
            {t("ended.sign-in")}
          </a>
        </li>
        <li>
          {t("ended.then")}
          <p className="mt-2">
            <button className="btn">{t("ended.again")}</button>
          </p>
        </li>
      </ol>
      <p className="small muted">{t("ended.passwords")}</p>
    </form>
  );
}
