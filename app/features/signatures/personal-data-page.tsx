import { formatDateTime } from "#app/lib/format.ts";
import type { PersonalData } from "./personal-data.ts";
import { SignatureHeld } from "./signature-held.tsx";
import { words } from "./words.ts";

export interface PersonalDataPageProps {
  locale: string;
  data: PersonalData;
  back: string;
  json: string;
}

/** Everything that is stored of a person, as a page to read and to print: the same as the download. */
export function PersonalDataPage({ locale, data, back, json }: PersonalDataPageProps) {
  const t = words(locale);
  const when = (at: Date) => formatDateTime(locale, at);
  return (
    <div className="narrow stack stack-xl">
      <header className="stack">
        <p className="no-print">
          <a className="back" href={back}>
            {t("held.back")}
          </a>
        </p>
        <h1>{t("held.headline")}</h1>
        <p className="lead muted">{t("held.lead", { when: when(data.readAt), email: data.emailAddress })}</p>
        <p className="no-print">
          <a className="btn btn-second btn-small" href={json} download>
            {t("data.json")}
          </a>
        </p>
      </header>
      {data.signatures.length === 0 ? <p>{t("held.none")}</p> : null}
      {data.signatures.map((signature, index) => (
        <SignatureHeld key={index} id={`held-${index}`} locale={locale} data={signature} />
      ))}
      {data.personalLinks.length > 0 ? (
        <section aria-labelledby="links" className="stack">
          <h2 id="links" className="ruled">
            {t("held.links")}
          </h2>
          <ul>
            {data.personalLinks.map(({ expiresAt }, index) => (
              <li key={index}>
                {t("held.link.personal")}, {t("held.until", { when: when(expiresAt) })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
