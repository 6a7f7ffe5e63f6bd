import { formatDate, formatNumber } from "#app/lib/format.ts";
import { CsvButton } from "./csv-button.tsx";
import { MoreRows, shownRows } from "./more-rows.tsx";
import { sortedOffices } from "./offices.ts";
import type { OfficeRow } from "./offices.ts";
import { ShareBar, ShareKey } from "./share-bar.tsx";
import { SortLinks } from "./sort-links.tsx";
import type { View } from "./view.ts";
import { words } from "./words.ts";

interface OfficesSectionProps {
  offices: readonly OfficeRow[];
  /** ISO day of the directory; null before it is loaded. */
  asOf: string | null;
  slug: string;
  view: View;
  csv: string;
  locale: string;
}

/** Per office how many of its constituents are counted, and where the letters to it are. */
export function OfficesSection({ offices, asOf, slug, view, csv, locale }: OfficesSectionProps) {
  const t = words(locale);
  const all = sortedOffices(offices, view.offices);
  const shown = shownRows(all, "offices", view);
  const number = (n: number) => formatNumber(locale, n);
  return (
    <section className="stack stack-sm" aria-labelledby="offices">
      <h2 id="offices">{t("offices.title")}</h2>
      {all.length === 0 ? <p className="muted">{t("offices.none")}</p> : null}
      {all.length > 0 ? (
        <>
          <SortLinks
            table="offices"
            orders={["n", "seat", "name"]}
            slug={slug}
            view={view}
            hash="offices"
            locale={locale}
          />
          <div className="table-wrap">
            <table className="table table-cards">
              <thead>
                <tr>
                  <th scope="col">{t("offices.office")}</th>
                  <th scope="col">{t("offices.seat")}</th>
                  <th scope="col" className="n">
                    {t("offices.constituents")}
                  </th>
                  <th scope="col">{t("offices.letters")}</th>
                  {(["sent", "done", "with-writer"] as const).map((column) => (
                    <th key={column} scope="col" className="n">
                      {t(`offices.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((office) => (
                  <tr key={office.officeId}>
                    <th scope="row">
                      <bdi>{officeName(office, locale)}</bdi>
                    </th>
                    <td className="num" data-label={t("offices.seat")}>
                      {office.seat || "–"}
                    </td>
                    <td className="n" data-label={t("offices.constituents")}>
                      {office.constituents === null ? t("offices.constituents.none") : number(office.constituents)}
                    </td>
                    <td data-label={t("offices.letters")}>
                      <ShareBar letters={office.letters} locale={locale} />
                    </td>
                    <td className="n" data-label={t("offices.sent")}>
                      {number(office.letters.accepted)}
                    </td>
                    <td className="n" data-label={t("offices.done")}>
                      {number(office.letters.done)}
                    </td>
                    <td className="n" data-label={t("offices.with-writer")}>
                      {number(office.letters["with-writer"])}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ShareKey locale={locale} />
          <MoreRows table="offices" n={all.length} slug={slug} view={view} hash="offices" locale={locale} />
        </>
      ) : null}
      <p className="small muted">
        {t("offices.note")}{" "}
        {asOf === null
          ? t("offices.cosponsors.none")
          : t("offices.cosponsors", { asOf: formatDate(locale, new Date(asOf)) })}
      </p>
      <CsvButton action={csv} table={t("offices.title")} locale={locale} />
    </section>
  );
}

/** Who holds an office; what its seat is where nobody does. */
export function officeName({ name, seat, officeId }: OfficeRow, locale: string): string {
  if (name !== null) return name;
  return seat === "" ? words(locale)("offices.unknown", { id: officeId }) : words(locale)("offices.vacant");
}
