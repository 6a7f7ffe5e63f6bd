import { formatDate } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { Wrong } from "#app/ui/field.tsx";
import { offeredRoles } from "./account.ts";
import type { Invitation } from "./invitation.ts";
import { words } from "./words.ts";

type Listed = Omit<Invitation, "expiresAt"> & { expiresAt: string };

/** Who is invited and has not come yet, and the form that invites. */
export function InvitationsPart({
  invitations,
  values,
  fault,
  locale,
}: {
  invitations: Listed[];
  values: { email: string; role: string };
  fault: string | undefined;
  locale: string;
}) {
  const t = words(locale);
  return (
    <section className="stack" aria-labelledby="invitations">
      <h2 id="invitations" className="ruled">
        {t("invitations.title")}
      </h2>
      {invitations.length === 0 ? (
        <p className="muted">{t("invitations.none")}</p>
      ) : (
        <table className="table table-cards">
          <caption className="sr">{t("invitations.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("invitations.to")}</th>
              <th scope="col">{t("field.role")}</th>
              <th scope="col">{t("field.status")}</th>
              <th scope="col" className="acts-cell">
                <span className="sr">{t("field.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} locale={locale} />
            ))}
          </tbody>
        </table>
      )}
      <form className="filters" method="post" id="invite" action={pathsIn(locale).admin()} noValidate>
        <div className={fault ? "field-wrong" : undefined}>
          <label htmlFor="email">{t("field.email")}</label>
          {fault ? <Wrong name="email" fault={fault} locale={locale} /> : null}
          <input
            className="input"
            id="email"
            name="email"
            type="email"
            autoComplete="off"
            spellCheck={false}
            defaultValue={values.email}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? "email-wrong" : undefined}
          />
        </div>
        <div>
          <label htmlFor="role">{t("field.role")}</label>
          <select className="select" id="role" name="role" defaultValue={values.role}>
            {offeredRoles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        </div>
        <button className="btn btn-second btn-small">{t("invitations.send")}</button>
        <p className="meta">{t("invitations.once")}</p>
      </form>
      <dl className="facts">
        {offeredRoles.map((role) => (
          <div key={role}>
            <dt>{t(`role.${role}`)}</dt>
            <dd>{t(`role.${role}.does`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function InvitationRow({ invitation, locale }: { invitation: Listed; locale: string }) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const { id, email, role, state, expiresAt } = invitation;
  const isOpen = state === "open";
  const date = formatDate(locale, new Date(expiresAt));
  return (
    <tr>
      <th scope="row">{email}</th>
      <td data-label={t("field.role")}>{t(`role.${role}`)}</td>
      <td data-label={t("field.status")}>
        <span className={isOpen ? "tag" : "tag tag-warn"}>{t(`invitations.${state}`)}</span>{" "}
        {isOpen ? t("invitations.until", { date }) : date}
      </td>
      <td className="acts-cell">
        <form
          method="post"
          className="row"
          action={isOpen ? paths.adminInvitationRevoke(id) : paths.adminInvitationRenew(id)}
        >
          <button className="btn btn-plain btn-small">
            {t(isOpen ? "invitations.revoke" : "invitations.renew")}
            <span className="sr"> {t(isOpen ? "invitations.revoke.of" : "invitations.renew.of", { email })}</span>
          </button>
        </form>
      </td>
    </tr>
  );
}
