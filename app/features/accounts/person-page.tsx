import { pathsIn } from "#app/lib/paths.ts";
import { Choice } from "#app/ui/choice.tsx";
import { offeredRoles } from "./account.ts";
import type { Account } from "./account.ts";
import { words } from "./words.ts";

export interface PersonPageProps {
  person: Account;
  campaigns: { id: string; title: string; isMember: boolean }[];
  /** What was just done. */
  notice: "changed" | "mailed" | null;
  locale: string;
}

/** What one person may do, where, and how they are let go. */
export function PersonPage({ person, campaigns, notice, locale }: PersonPageProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const { id, email, role } = person;
  return (
    <>
      {notice ? (
        <div className="notice" role="status">
          <p>{t(`person.${notice}`, { email })}</p>
        </div>
      ) : null}
      <form className="stack" method="post" action={paths.adminPerson(id)}>
        <p className="meta">{email}</p>
        <fieldset>
          <legend className="legend">{t("field.role")}</legend>
          {offeredRoles.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="role"
              id={`role-${one}`}
              value={one}
              defaultChecked={one === role}
              label={t(`role.${one}`)}
              hint={t(`role.${one}.does`)}
            />
          ))}
        </fieldset>
        {campaigns.length > 0 ? (
          <fieldset>
            <legend className="legend">{t("field.campaigns")}</legend>
            <p className="hint">{t("person.campaigns.hint")}</p>
            {campaigns.map(({ id: campaignId, title, isMember }) => (
              <Choice
                key={campaignId}
                type="checkbox"
                name="campaign"
                id={`campaign-${campaignId}`}
                value={campaignId}
                defaultChecked={isMember}
                label={title}
              />
            ))}
          </fieldset>
        ) : null}
        <p>
          <button className="btn btn-small">{t("person.save")}</button>
        </p>
      </form>
      <section className="stack hair" aria-labelledby="link">
        <h2 id="link">{t("person.link")}</h2>
        <p className="small muted">{t("person.link.lead")}</p>
        <form method="post" action={paths.adminPersonLink(id)}>
          <button className="btn btn-second btn-small">{t("person.link.send")}</button>
        </form>
      </section>
      <section className="stack hair" aria-labelledby="remove">
        <h2 id="remove">{t("person.remove")}</h2>
        <p className="small muted">{t("person.remove.lead")}</p>
        <form method="post" action={paths.adminPersonRemove(id)}>
          <button className="btn btn-danger btn-small">{t("person.remove.do")}</button>
        </form>
      </section>
    </>
  );
}
