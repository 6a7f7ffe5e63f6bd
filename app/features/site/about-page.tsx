import { formatDate } from "#app/lib/format.ts";
import { words } from "./words.ts";

export interface AboutProps {
  locale: string;
  organization: { name: string; postalAddress: string; contactEmail: string };
  /** Day of the directory's facts, ISO; null where nothing is loaded. */
  directoryAsOf: string | null;
}

export function About({ locale, organization, directoryAsOf }: AboutProps) {
  const t = words(locale);
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack stack-xl">
        <header className="stack">
          <h1>{t("about.title")}</h1>
          <p className="lead muted">{t("about.lead", { organization: organization.name })}</p>
        </header>
        <section className="prose" aria-labelledby="count">
          <h2 id="count">{t("about.count")}</h2>
          <p>{t("about.count.1")}</p>
          <p>{t("about.count.2")}</p>
          <p>{t("about.count.3")}</p>
          <p>{t("about.count.4")}</p>
        </section>
        <section className="prose" aria-labelledby="data">
          <h2 id="data">{t("about.data")}</h2>
          <p>{t("about.data.members")}</p>
          <p>{t("about.data.forms")}</p>
          <p>{t("about.data.zip")}</p>
          <p>{directoryAsOf ? t("about.data.asof", { date: formatDate(locale, new Date(directoryAsOf)) }) : t("about.data.none")}</p>
          <p>{t("about.data.errors", { email: organization.contactEmail })}</p>
        </section>
        <section className="stack" aria-labelledby="who">
          <h2 id="who" className="ruled">
            {t("about.who")}
          </h2>
          <p>
            {organization.name}
            <br />
            {organization.postalAddress}
            <br />
            <a href={`mailto:${organization.contactEmail}`}>{organization.contactEmail}</a>
          </p>
        </section>
      </div>
    </main>
  );
}
