import { formatDate } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { words } from "./words.ts";

interface PasskeysProps {
  locale: string;
  passkeys: { id: string; name: string; createdAt: string }[];
}

/** The passkeys of an account, and the way to another one. */
export function PasskeysPart({ locale, passkeys }: PasskeysProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  return (
    <section className="stack hair" aria-labelledby="passkeys">
      <h2 id="passkeys">{t("passkeys.title")}</h2>
      <p className="muted narrow">
        {t("passkeys.lead")} {passkeys.length === 0 ? t("passkeys.none") : null}
      </p>
      {passkeys.length === 0 ? null : (
        <table className="table table-cards">
          <caption className="sr">{t("passkeys.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("passkeys.name")}</th>
              <th scope="col">{t("passkeys.added")}</th>
              <th scope="col" className="acts-cell">
                <span className="sr">{t("field.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {passkeys.map(({ id, name, createdAt }) => (
              <tr key={id}>
                <th scope="row">{name || t("passkeys.nameless")}</th>
                <td data-label={t("passkeys.added")}>
                  <time dateTime={createdAt}>{formatDate(locale, new Date(createdAt))}</time>
                </td>
                <td className="acts-cell">
                  <form method="post" action={paths.accountPasskeyRemove(id)}>
                    <button className="btn btn-second btn-small">
                      {t("passkeys.remove")}
                      <span className="sr"> {t("passkeys.remove.of", { name: name || t("passkeys.nameless") })}</span>
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a className="btn btn-second btn-small" href={paths.accountPasskeys()}>
          {t("passkeys.add")}
        </a>
      </p>
    </section>
  );
}
