import { formatDate } from "#app/lib/format.ts";
import { currentWording } from "./privacy-wording.ts";
import { words } from "./words.ts";

const rows = ["person", "place", "letters", "network", "cookies"] as const;

export function Privacy({ locale, organization }: { locale: string; organization: { name: string; postalAddress: string; privacyEmail: string } }) {
  const t = words(locale);
  const date = formatDate(locale, new Date(currentWording));
  return (
    <main id="main" className="wrap page">
      <div className="stack stack-xl">
        <header className="stack">
          <h1>{t("privacy.title")}</h1>
          <p className="lead muted">{t("privacy.lead", { date })}</p>
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
          <table className="table table-cards">
            <caption className="sr">{t("privacy.table")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("privacy.col.what")}</th>
                <th scope="col">{t("privacy.col.why")}</th>
                <th scope="col">{t("privacy.col.who")}</th>
                <th scope="col">{t("privacy.col.long")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row}>
                  <th scope="row">{t(`privacy.row.${row}`)}</th>
                  <td data-label={t("privacy.col.why")}>{t(`privacy.row.${row}.why`)}</td>
                  <td data-label={t("privacy.col.who")}>{t(`privacy.row.${row}.who`)}</td>
                  <td data-label={t("privacy.col.long")}>{t(`privacy.row.${row}.long`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
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
                {organization.name}, {organization.postalAddress}
              </dd>
            </div>
            <div>
              <dt>{t("privacy.withdraw")}</dt>
              <dd>
                <a href={`mailto:${organization.privacyEmail}`}>{organization.privacyEmail}</a>
              </dd>
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
            <li>
              <time dateTime={currentWording}>{date}</time>
              <div>
                <strong>{t("privacy.inforce")}</strong> <span className="muted">{t("privacy.first")}</span>
              </div>
            </li>
          </ol>
        </section>
      </div>
    </main>
  );
}
