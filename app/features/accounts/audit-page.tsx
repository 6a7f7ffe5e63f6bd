import { formatDateTime } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { words } from "./words.ts";

export interface AuditItem {
  id: number;
  at: string;
  /** A name, or null for what no account did. */
  actor: string | null;
  actorKind: string;
  action: string;
  subjectKind: string;
  /** A name where the subject has one, else its id. */
  subject: string;
  change: { name: string; value: string }[];
}

/** Who did what, the newest first. */
export function AuditPage({ events, next, locale }: { events: AuditItem[]; next: number | null; locale: string }) {
  const t = words(locale);
  if (events.length === 0) return <p className="muted">{t("audit.none")}</p>;
  return (
    <>
      <table className="table table-cards">
        <caption className="sr">{t("audit.caption")}</caption>
        <thead>
          <tr>
            {(["at", "who", "what", "subject", "change"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`audit.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, at, actor, actorKind, action, subjectKind, subject, change }) => (
            <tr key={id}>
              <th scope="row">
                <time dateTime={at}>{formatDateTime(locale, new Date(at))}</time>
              </th>
              <td data-label={t("audit.who")}>
                <bdi>{actor ?? actorKind}</bdi>
              </td>
              <td data-label={t("audit.what")}>{action}</td>
              <td data-label={t("audit.subject")}>
                <span>
                  {subjectKind} <bdi>{subject}</bdi>
                </span>
              </td>
              <td>
                <ul className="parts" role="list" aria-label={t("audit.change")}>
                  {change.map(({ name, value }) => (
                    <li key={name}>
                      {name}: <bdi>{value}</bdi>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next === null ? null : (
        <p>
          <a href={pathsIn(locale).adminAuditBefore(next)}>{t("audit.older")}</a>
        </p>
      )}
    </>
  );
}
