import { pathsIn } from "#app/lib/paths.ts";
import { words } from "./words.ts";

export interface PlaceOfficialsProps {
  locale: string;
  /** The ZIP code looked up; "" where none was given. */
  postalCode: string;
  officials: {
    key: string;
    name: string;
    office: string;
    via: "email" | "form";
    /** Why there is no letter to them; null where there is one. */
    needsNone: string | null;
  }[];
  vacancies: string[];
  /** What must be said of this ZIP code beside the names. */
  note: string | null;
  /** The directory's day, as the reader writes it. */
  asOf: string | null;
}

/** Who represents this place, by name, before anybody signs. */
export function PlaceOfficials({ locale, postalCode, officials, vacancies, note, asOf }: PlaceOfficialsProps) {
  const t = words(locale);
  return (
    <section aria-labelledby="officials" className="stack">
      <div className="ruled row-between">
        <h2 id="officials">{t("sign.officials")}</h2>
        {postalCode ? (
          <p className="meta">
            {t("sign.for", { postalCode })} · <a href="#postalCode">{t("sign.change")}</a>
          </p>
        ) : null}
      </div>
      {note ? (
        <div className="notice">
          <p>{note}</p>
        </div>
      ) : null}
      {officials.length + vacancies.length > 0 ? (
        <ul className="officials officials-wide" role="list">
          {officials.map(({ key, name, office, via, needsNone }) => (
            <li className="official" key={key}>
              <h3>
                <bdi>{name}</bdi>
              </h3>
              <p className="role">
                <bdi>{office}</bdi>
              </p>
              <p className="via">{needsNone ?? (via === "email" ? t("place.via.email") : t("place.via.form"))}</p>
            </li>
          ))}
          {vacancies.map((division) => (
            <li className="official official-vacant" key={division}>
              <h3>{t("place.vacant.name")}</h3>
              <p className="role">{t("place.vacant")}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {asOf ? (
        <p className="meta">
          {t("sign.asof", { date: asOf })} <a href={`${pathsIn(locale).about()}#data`}>{t("sign.source")}</a>
        </p>
      ) : null}
    </section>
  );
}
