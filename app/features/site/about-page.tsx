import { formatDate } from "#app/lib/format.ts";
import { paths } from "#app/lib/paths.ts";
import { EMailLink } from "./e-mail-link.tsx";
import { words } from "./words.ts";

export interface AboutProps {
  locale: string;
  organization: {
    name: string;
    postalAddress: string;
    contactEmail: string;
    principal: string | null;
    picture: { sha256: string; width: number; height: number } | null;
  };
  /** Day of the directory's facts, ISO; null where nothing is loaded. */
  directoryAsOf: string | null;
}

/** Who runs this, how it counts, and whose facts it uses. */
export function About({ locale, organization, directoryAsOf }: AboutProps) {
  const t = words(locale);
  const { picture } = organization;
  const asOf = directoryAsOf && formatDate(locale, new Date(directoryAsOf), "UTC");
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack stack-xl">
        <header className="stack">
          <h1>{t("about.title")}</h1>
          <p className="lead muted">{t("about.lead", { organization: organization.name })}</p>
        </header>
        <section className="stack" aria-labelledby="count">
          <h2 id="count" className="ruled">
            {t("about.count")}
          </h2>
          <div className="prose">
            {(["1", "2", "3", "4"] as const).map((n) => (
              <p key={n}>{t(`about.count.${n}`)}</p>
            ))}
          </div>
        </section>
        <section className="stack" aria-labelledby="data">
          <h2 id="data" className="ruled">
            {t("about.data")}
          </h2>
          <div className="prose">
            {(["members", "forms", "zip", "fixed"] as const).map((source) => (
              <p key={source}>{t(`about.data.${source}`)}</p>
            ))}
            <p>{asOf ? t("about.data.asof", { date: asOf }) : t("about.data.none")}</p>
            <p>
              {t("about.data.errors")} <EMailLink address={organization.contactEmail} />.
            </p>
          </div>
        </section>
        <section className="stack" aria-labelledby="who">
          <h2 id="who" className="ruled">
            {t("about.who")}
          </h2>
          <dl className="facts">
            <div>
              <dt>{t("about.who.organization")}</dt>
              <dd>
                <bdi>{organization.name}</bdi>
                {picture !== null && (
                  <img
                    className="face mt-2"
                    src={paths.picture(picture.sha256)}
                    width={picture.width}
                    height={picture.height}
                    alt=""
                    loading="lazy"
                  />
                )}
              </dd>
            </div>
            {organization.principal !== null && (
              <div>
                <dt>{t("about.who.principal")}</dt>
                <dd>
                  <bdi>{organization.principal}</bdi>
                </dd>
              </div>
            )}
            <div>
              <dt>{t("about.who.address")}</dt>
              <dd>
                <bdi>{organization.postalAddress}</bdi>
              </dd>
            </div>
            <div>
              <dt>{t("about.who.email")}</dt>
              <dd>
                <EMailLink address={organization.contactEmail} />
              </dd>
            </div>
          </dl>
        </section>
      </div>
    </main>
  );
}
