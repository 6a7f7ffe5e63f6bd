import { pathsIn } from "#app/lib/paths.ts";
import { words } from "./words.ts";

/** After "Clear and leave": what is gone from this device, what is safe, and what only its user can clear. */
export function LeavePage({ locale }: { locale: string }) {
  const t = words(locale);
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack stack-lg">
        <div className="stack">
          <h1>{t("leave.headline")}</h1>
          <p className="lead">{t("leave.lead")}</p>
        </div>
        <dl className="facts">
          {(["signed", "computer", "mailbox"] as const).map((what) => (
            <div key={what}>
              <dt>{t(`leave.${what}`)}</dt>
              <dd>{t(`leave.${what}.what`)}</dd>
            </div>
          ))}
        </dl>
        <p>
          {t("leave.close")} <a href={pathsIn(locale).home()}>{t("leave.home")}</a>
        </p>
      </div>
    </main>
  );
}
