import { formatDate, formatNumber, formatPercent } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { CampaignKind } from "#app/features/campaigns/campaign.ts";
import { StandingTag } from "#app/features/campaigns/edit-shell.tsx";
import type { EditFrame } from "#app/features/campaigns/edit-shell.tsx";
import { lastDayBefore } from "#app/features/campaigns/local-day.ts";
import { NewCampaignForm } from "#app/features/campaigns/new-campaign.tsx";
import { shareOfGoal } from "#app/features/campaigns/share-of-goal.ts";
import { words } from "#app/features/campaigns/words.ts";

export type OrganizeRow = Pick<
  EditFrame,
  "slug" | "title" | "state" | "opensAt" | "timeZone" | "outcome" | "isChanged"
> & {
  kind: CampaignKind;
  goal: number | null;
  endsAt: Date | null;
  confirmed: number;
  /** Somebody asked to publish it: another person, so that it needs whoever reads this, or they themselves. */
  asked: "needs-you" | "waits" | null;
};

/** The campaigns that somebody works on; where there are none, how to begin. */
export function OrganizePage({ locale, rows }: { locale: string; rows: OrganizeRow[] }) {
  const t = words(locale);
  if (rows.length === 0) {
    return (
      <>
        <div className="narrow stack">
          <h2>{t("organize.none")}</h2>
          <p className="lead muted">{t("organize.none.lead")}</p>
        </div>
        <NewCampaignForm locale={locale} values={{}} faults={[]} />
      </>
    );
  }
  return (
    <>
      <NeedsYou locale={locale} rows={rows.filter(({ asked }) => asked === "needs-you")} />
      <Table locale={locale} rows={rows} />
    </>
  );
}

/** What somebody else asked to publish, and whoever reads this can approve. */
function NeedsYou({ locale, rows }: { locale: string; rows: OrganizeRow[] }) {
  const t = words(locale);
  if (rows.length === 0) return null;
  return (
    <section className="notice stack stack-sm" aria-labelledby="needs-you">
      <h2 id="needs-you">{t("organize.needs-you")}</h2>
      <ul className="stack stack-sm" role="list">
        {rows.map(({ slug, title }) => (
          <li key={slug}>
            <a href={pathsIn(locale).organizePublishButton(slug)}>
              {t("organize.needs-you.approve", { title: title || t("edit.untitled") })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Table({ locale, rows }: { locale: string; rows: OrganizeRow[] }) {
  const t = words(locale);
  return (
    <table className="table table-cards">
      <caption className="sr">{t("organize.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("organize.campaign")}</th>
          <th scope="col">{t("organize.status")}</th>
          <th scope="col" className="n">
            {t("organize.confirmed")}
          </th>
          <th scope="col">{t("organize.goal")}</th>
          <th scope="col">{t("organize.closes")}</th>
          <th scope="col" className="acts-cell">
            <span className="sr">{t("organize.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.slug} locale={locale} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ locale, row }: { locale: string; row: OrganizeRow }) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const title = row.title || t("edit.untitled");
  return (
    <tr>
      <th scope="row">
        <a href={paths.organizePart(row.slug, "story")}>{title}</a>
        <br />
        <span className="meta">{t(`kind.${row.kind}`)}</span>
        {row.asked === "waits" ? (
          <>
            <br />
            <span className="tag tag-line">{t("organize.waits")}</span>
          </>
        ) : null}
      </th>
      <td data-label={t("organize.status")}>
        <StandingTag locale={locale} standing={{ ...row, faults: null }} />
        {row.isChanged && row.state !== "unpublished" ? (
          <>
            {" "}
            <span className="tag tag-line">{t("edit.changed")}</span>
          </>
        ) : null}
      </td>
      <td className="n" data-label={t("organize.confirmed")}>
        {formatNumber(locale, row.confirmed)}
      </td>
      <td data-label={t("organize.goal")}>
        <Goal locale={locale} confirmed={row.confirmed} goal={row.goal} />
      </td>
      <td data-label={t("organize.closes")}>
        {row.endsAt ? formatDate(locale, lastDayBefore(row.endsAt), row.timeZone) : t("organize.never")}
      </td>
      <td className="acts-cell">
        <a href={paths.organizePart(row.slug, "story")}>
          {t("organize.edit")}
          <span className="sr"> {title}</span>
        </a>
        {" · "}
        <a href={row.state === "unpublished" ? paths.organizePreview(row.slug) : paths.campaign(row.slug)}>
          {t("organize.view")}
          <span className="sr"> {title}</span>
        </a>
        {" · "}
        <a href={paths.organizeCopy(row.slug)}>
          {t("organize.copy")}
          <span className="sr"> {title}</span>
        </a>
      </td>
    </tr>
  );
}

function Goal({ locale, confirmed, goal }: { locale: string; confirmed: number; goal: number | null }) {
  const t = words(locale);
  if (goal === null) return <span className="meta">{t("organize.noGoal")}</span>;
  const share = shareOfGoal(confirmed, goal);
  return (
    <div className="goal">
      <svg className="bar bar-thin" width="100%" height="6" aria-hidden="true">
        <rect width={`${share}%`} height="100%" />
      </svg>
      <span className="meta num">
        {confirmed > 0
          ? t("organize.share", { share: formatPercent(locale, confirmed / goal), goal: formatNumber(locale, goal) })
          : t("goal.small", { goal: formatNumber(locale, goal) })}
      </span>
    </div>
  );
}
