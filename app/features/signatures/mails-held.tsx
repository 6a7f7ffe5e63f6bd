import { formatDateTime } from "#app/lib/format.ts";
import type { MailData } from "./personal-data.ts";
import { words } from "./words.ts";

/** What is stored of mails: that there were, and what became of them. */
export function MailsHeld({ locale, mails }: { locale: string; mails: MailData[] }) {
  const t = words(locale);
  if (mails.length === 0) return null;
  return (
    <ol className="entries" role="list">
      {mails.map(({ kind, state, reason, queuedAt, isKept }, index) => (
        <li key={index}>
          <time dateTime={queuedAt.toISOString()}>{formatDateTime(locale, queuedAt)}</time>
          <div>
            <strong>{t("held.mail", { kind, state: [state, reason].filter(Boolean).join(", ") })}</strong>
            {isKept ? <p className="small muted">{t("held.mail.kept")}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
