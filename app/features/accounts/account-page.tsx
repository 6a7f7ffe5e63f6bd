import { formatDateTime } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { Account } from "./account.ts";
import type { SessionItem } from "./device.ts";
import { PasskeysPart } from "./passkeys-part.tsx";
import { words } from "./words.ts";

/** What the page has to say of what was just done, or is to be done first. */
export const accountNotices = [
  "password-changed",
  "second-factor-on",
  "second-factor-off",
  "passkey-added",
  "passkey-removed",
  "first",
] as const;
export type AccountNotice = (typeof accountNotices)[number];

export interface AccountPageProps {
  locale: string;
  account: Pick<Account, "name" | "email" | "role">;
  hasSecondFactor: boolean;
  passkeys: { id: string; name: string; createdAt: string }[];
  sessions: (Pick<SessionItem, "id" | "device"> & { seenAt: string; isThis: boolean })[];
  notice: AccountNotice | null;
}

/** One's own account: how one signs in, and where one is signed in. */
export function AccountPage({ locale, account, hasSecondFactor, passkeys, sessions, notice }: AccountPageProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  return (
    <>
      {notice && !(notice === "first" && hasSecondFactor) ? (
        <div className={notice === "first" ? "notice notice-warn" : "notice"} role="status">
          <p>
            {t(`account.notice.${notice}`)}{" "}
            {notice === "first" ? <a href={paths.accountSecondFactor()}>{t("account.second-factor.set-up")}</a> : null}
          </p>
        </div>
      ) : null}
      <dl className="facts">
        <div>
          <dt>{t("field.email")}</dt>
          <dd>{account.email}</dd>
        </div>
        <div>
          <dt>{t("field.role")}</dt>
          <dd>{t(`role.${account.role}`)}</dd>
        </div>
        <div>
          <dt>{t("field.password")}</dt>
          <dd>
            <a href={paths.accountPassword()}>{t("account.password.change")}</a>
          </dd>
        </div>
        <div>
          <dt>{t("field.second-factor")}</dt>
          <dd>
            <span className={hasSecondFactor ? "tag tag-good" : "tag tag-danger"}>
              {t(hasSecondFactor ? "second-factor.on" : "second-factor.off")}
            </span>{" "}
            <a href={hasSecondFactor ? paths.accountSecondFactorOff() : paths.accountSecondFactor()}>
              {t(hasSecondFactor ? "account.second-factor.turn-off" : "account.second-factor.set-up")}
            </a>
          </dd>
        </div>
      </dl>
      <PasskeysPart locale={locale} passkeys={passkeys} />
      <section className="stack hair" aria-labelledby="sessions">
        <h2 id="sessions">{t("account.sessions")}</h2>
        <table className="table table-cards">
          <caption className="sr">{t("account.sessions.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("account.sessions.device")}</th>
              <th scope="col">{t("field.seen")}</th>
              <th scope="col" className="acts-cell">
                <span className="sr">{t("field.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} locale={locale} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function SessionRow({ session, locale }: { session: AccountPageProps["sessions"][number]; locale: string }) {
  const t = words(locale);
  const { id, seenAt, isThis } = session;
  const { browser, system } = session.device;
  const device = browser && system ? t("device", { browser, system }) : browser || system || t("device.unknown");
  return (
    <tr>
      <th scope="row">
        {device} {isThis ? <span className="tag">{t("account.sessions.this")}</span> : null}
      </th>
      <td data-label={t("field.seen")}>
        {isThis ? t("seen.now") : <time dateTime={seenAt}>{formatDateTime(locale, new Date(seenAt))}</time>}
      </td>
      <td className="acts-cell">
        {isThis ? null : (
          <form method="post" action={pathsIn(locale).accountSessionEnd(id)}>
            <button className="btn btn-second btn-small">
              {t("account.sessions.end")}
              <span className="sr"> {t("account.sessions.end.of", { device })}</span>
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
