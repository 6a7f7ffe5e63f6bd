import { formatDate } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { EMailLink } from "./e-mail-link.tsx";
import { StoredTable } from "./stored-table.tsx";
import { currentWording, wordings } from "./privacy-wording.ts";
import type { Wording } from "./privacy-wording.ts";
import { words } from "./words.ts";

const parts = ["short", "what", "sealed", "risk", "rights", "versions"] as const;

export interface PrivacyProps {
  locale: string;
  organization: { name: string; postalAddress: string; privacyEmail: string };
}

/** What is stored, why, who sees it, for how long, and whom to write to. */
export function Privacy({ locale, organization }: PrivacyProps) {
  const t = words(locale);
  const dayOf = (wording: Wording) => formatDate(locale, new Date(wording), "UTC");
  return (
    <main id="main" className="wrap page">
      <div className="with-aside">
        <div className="stack stack-xl">
          <header className="stack">
            <h1>{t("privacy.title")}</h1>
            <p className="lead muted">
              {t("privacy.lead", { date: dayOf(currentWording) })} <a href="#versions">{t("privacy.earlier")}</a>
            </p>
          </header>
          <section aria-labelledby="short" className="stack">
            <h2 id="short" className="ruled">
              {t("privacy.short")}
            </h2>
            <ol className="asks" role="list">
              {(["1", "2", "3", "4"] as const).map((n) => (
                <li key={n}>
                  <span>{t(`privacy.short.${n}`)}</span>
                </li>
              ))}
            </ol>
          </section>
          <section aria-labelledby="what" className="stack">
            <h2 id="what" className="ruled">
              {t("privacy.what")}
            </h2>
            <StoredTable locale={locale} />
          </section>
          <section className="prose" aria-labelledby="sealed">
            <h2 id="sealed">{t("privacy.sealed")}</h2>
            <p>{t("privacy.sealed.text")}</p>
          </section>
          <section className="prose" aria-labelledby="risk">
            <h2 id="risk">{t("privacy.risk")}</h2>
            <p>{t("privacy.risk.text")}</p>
          </section>
          <section aria-labelledby="rights" className="stack">
            <h2 id="rights" className="ruled">
              {t("privacy.rights")}
            </h2>
            <dl className="facts">
              <div>
                <dt>{t("privacy.responsible")}</dt>
                <dd>
                  <bdi>{organization.name}</bdi>, <bdi>{organization.postalAddress}</bdi>
                </dd>
              </div>
              <div>
                <dt>{t("privacy.withdraw")}</dt>
                <dd>
                  {t("privacy.withdraw.self")} <a href={pathsIn(locale).me()}>{t("privacy.withdraw.link")}</a>.{" "}
                  {t("privacy.withdraw.text")} <EMailLink address={organization.privacyEmail} />
                </dd>
              </div>
              <div>
                <dt>{t("privacy.withdraw.means")}</dt>
                <dd>{t("privacy.withdraw.means.text")}</dd>
              </div>
              <div>
                <dt>{t("privacy.complain")}</dt>
                <dd>{t("privacy.complain.text")}</dd>
              </div>
              <div>
                <dt>{t("privacy.mailer")}</dt>
                <dd>{t("privacy.mailer.text")}</dd>
              </div>
            </dl>
          </section>
          <section aria-labelledby="versions" className="stack">
            <h2 id="versions" className="ruled">
              {t("privacy.versions")}
            </h2>
            <ol className="entries" role="list">
              {wordings.map((wording) => (
                <li key={wording}>
                  <time dateTime={wording}>{dayOf(wording)}</time>
                  <div>
                    {wording === currentWording ? <strong>{t("privacy.inforce")}</strong> : null}{" "}
                    <span className="muted">{t(`privacy.wording.${wording}`)}</span>
                  </div>
                </li>
              ))}
            </ol>
          </section>
        </div>
        <nav className="sticky no-print" aria-labelledby="toc">
          <div className="panel stack stack-sm">
            <h2 id="toc">{t("privacy.toc")}</h2>
            <ul role="list" className="small">
              {parts.map((part) => (
                <li key={part}>
                  <a className="small" href={`#${part}`}>
                    {t(`privacy.${part}`)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </nav>
      </div>
    </main>
  );
}
