import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { MeasureFields } from "./measure-fields.tsx";
import type { MeasureFormProps } from "./measure-fields.tsx";
import { dayText } from "./measure-text.ts";
import { words } from "./words.ts";

/** A list of cosponsors with the names that belong to it. */
export type NamedList = {
  asOf: string;
  standing: NamedCosponsor[];
  withdrawn: NamedCosponsor[];
  unmatched: { name: string; sponsoredOn: string; withdrawnOn: string | null }[];
};
export type NamedCosponsor = {
  name: string;
  /** The last one that they hold or held. */
  office: string;
  sponsoredOn: string | null;
  withdrawnOn: string | null;
};

type Props = MeasureFormProps & {
  /** Its place in an address. */
  at: string;
  title: string;
  /** Why nothing of it can be asked any more; null while its Congress sits. */
  lapsed: string | null;
  list: NamedList | null;
  saved: "facts" | "cosponsors" | null;
};

/** One measure: what is said of it, and who stands behind it by the latest list. */
export function MeasurePage({ at, title, lapsed, list, saved, ...form }: Props) {
  const { locale, faults } = form;
  const t = words(locale);
  const paths = pathsIn(locale);
  return (
    <>
      {saved ? (
        <div className="notice" role="status">
          <p>{t(saved === "facts" ? "facts.saved" : "list.saved")}</p>
        </div>
      ) : null}
      <p className="lead muted narrow">
        <bdi>{title}</bdi>
      </p>
      {lapsed ? <p className="notice notice-warn">{lapsed}</p> : null}
      <section className="stack" aria-labelledby="list">
        <h2 id="list">{t("list.title")}</h2>
        <p className="muted narrow">{t("list.lead")}</p>
        {list ? <Cosponsors locale={locale} list={list} /> : <p>{t("list.none")}</p>}
        <p className="row">
          <a className="btn btn-second btn-small" href={paths.measurePasted(at)}>
            {t("list.paste")}
          </a>
          <a className="btn btn-second btn-small" href={paths.measureTicked(at)}>
            {t("list.tick")}
          </a>
        </p>
      </section>
      <form className="stack stack-lg" method="post" action={paths.measure(at)} noValidate>
        <ErrorSummary faults={faults} locale={locale} />
        <section className="fields" aria-labelledby="facts">
          <h2 id="facts">{t("facts.title")}</h2>
          <MeasureFields {...form} />
        </section>
        <p>
          <button className="btn btn-small">{t("facts.save")}</button>
        </p>
      </form>
    </>
  );
}

function Cosponsors({ locale, list }: { locale: string; list: NamedList }) {
  const t = words(locale);
  const { asOf, standing, withdrawn, unmatched } = list;
  const date = dayText(locale, asOf);
  const rows = [...standing, ...withdrawn];
  return (
    <>
      <p>{t("list.as-of", { date, n: standing.length, withdrawn: withdrawn.length })}</p>
      {rows.length > 0 ? (
        <div className="table-wrap">
          <table className="table table-cards">
            <caption className="sr">{t("list.caption", { date })}</caption>
            <thead>
              <tr>
                {(["name", "office", "since"] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`list.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  <th scope="row">
                    <bdi>{row.name}</bdi>
                  </th>
                  <td data-label={t("list.office")}>{row.office}</td>
                  <td data-label={t("list.since")}>{daysOf(locale, row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {unmatched.length > 0 ? (
        <div className="notice notice-warn">
          <p>{t("list.unmatched", { n: unmatched.length })}</p>
          <ul>
            {unmatched.map((one, index) => (
              <li key={index}>
                <bdi>{one.name}</bdi>, {daysOf(locale, one)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function daysOf(locale: string, { sponsoredOn, withdrawnOn }: Pick<NamedCosponsor, "sponsoredOn" | "withdrawnOn">) {
  const t = words(locale);
  const since = sponsoredOn === null ? t("list.since.unknown") : dayText(locale, sponsoredOn);
  return withdrawnOn === null ? since : `${since}, ${t("list.withdrawn", { date: dayText(locale, withdrawnOn) })}`;
}
