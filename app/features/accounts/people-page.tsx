import { formatDateTime } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { OrganizationGap } from "./organization.ts";
import type { Person } from "./account.ts";
import { words } from "./words.ts";

export type ListedPerson = Omit<Person, "seenAt"> & { seenAt: string | null; isMe: boolean };

/** What stands in the way of publishing, and the way to mend it; nothing where nothing does. */
export function GapsNotice({ gaps, locale }: { gaps: OrganizationGap[]; locale: string }) {
  if (gaps.length === 0) return null;
  const t = words(locale);
  const form = pathsIn(locale).adminOrganization();
  return (
    <div className="notice notice-warn wide">
      <h2>{t("gaps.title")}</h2>
      <p className="small">{t("gaps.lead")}</p>
      <ul className="small">
        {gaps.map((gap) => (
          <li key={gap}>
            <a href={`${form}#${gap}`}>{t(`gaps.${gap}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Everybody with an account. */
export function PeopleTable({
  people,
  campaigns,
  locale,
}: {
  people: ListedPerson[];
  campaigns: number;
  locale: string;
}) {
  const t = words(locale);
  return (
    <table className="table table-cards">
      <caption className="sr">{t("people.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("field.name")}</th>
          <th scope="col">{t("field.role")}</th>
          <th scope="col">{t("field.campaigns")}</th>
          <th scope="col">{t("field.second-factor")}</th>
          <th scope="col">{t("field.seen")}</th>
          <th scope="col" className="acts-cell">
            <span className="sr">{t("field.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} campaigns={campaigns} locale={locale} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person, campaigns, locale }: { person: ListedPerson; campaigns: number; locale: string }) {
  const t = words(locale);
  const { id, name, email, role, hasSecondFactor, seenAt, isMe } = person;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi> {isMe ? <span className="tag">{t("people.you")}</span> : null}
        <br />
        <span className="meta">{email}</span>
      </th>
      <td data-label={t("field.role")}>{t(`role.${role}`)}</td>
      <td data-label={t("field.campaigns")}>
        {role === "organizer"
          ? t("people.campaigns.some", { n: person.campaigns, all: campaigns })
          : t(role === "admin" ? "people.campaigns.all" : "people.campaigns.counts")}
      </td>
      <td data-label={t("field.second-factor")}>
        <span className={hasSecondFactor ? "tag tag-good" : "tag tag-danger"}>
          {t(hasSecondFactor ? "second-factor.on" : "second-factor.off")}
        </span>
      </td>
      <td data-label={t("field.seen")}>
        {isMe ? t("seen.now") : seenAt ? formatDateTime(locale, new Date(seenAt)) : t("seen.never")}
      </td>
      <td className="acts-cell">
        {isMe ? null : (
          <a href={pathsIn(locale).adminPerson(id)}>
            {t("people.change")}
            <span className="sr"> {name}</span>
          </a>
        )}
      </td>
    </tr>
  );
}
