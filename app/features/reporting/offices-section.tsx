import { formatDate, formatNumber } from "#app/lib/format.ts";
import { CsvButton } from "./csv-button.tsx";
import { MoreRows, shownRows } from "./more-rows.tsx";
import { sortedOffices } from "./offices.ts";
import type { Cosponsored, OfficeRow } from "./offices.ts";
import { ShareBar, ShareKey } from "./share-bar.tsx";
import { SortLinks } from "./sort-links.tsx";
import type { View } from "./view.ts";
import { words } from "./words.ts";

interface OfficesSectionProps {
  offices: readonly OfficeRow[];
  /** ISO day of the directory; null before it is loaded. */
  asOf: string | null;
  /** What the campaign asks for, and as of which ISO day its cosponsors are known. */
  measure: { name: string; asOf: string | null } | null;
  slug: string;
  view: View;
  csv: string;
  locale: string;
}

/** Per office how many of its constituents are counted, and where the letters to it are. */
export function OfficesSection({ offices, asOf, measure, slug, view, csv, locale }: OfficesSectionProps) {
  const t = words(locale);
  const all = sortedOffices(offices, view.offices);
  const shown = shownRows(all, "offices", view);
  const caption = captionOf(measure, locale);
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
              {caption ? <caption>{caption}</caption> : null}
              <thead>
                <tr>
                  <th scope="col">{t("offices.office")}</th>
                  <th scope="col">{t("offices.seat")}</th>
                  <th scope="col" className="n">
                    {t("offices.constituents")}
                  </th>
                  {measure ? <th scope="col">{t("offices.cosponsored")}</th> : null}
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
                    {measure ? <td data-label={t("offices.cosponsored")}>{cosponsoredText(office, locale)}</td> : null}
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
        {t("offices.note")} {asOf === null ? null : t("offices.as-of", { asOf: formatDate(locale, new Date(asOf)) })}
      </p>
      <CsvButton action={csv} table={t("offices.title")} locale={locale} />
    </section>
  );
}

/** Of which measure, and as of which day, the cosponsors are. */
function captionOf(measure: OfficesSectionProps["measure"], locale: string): string | null {
  if (!measure) return null;
  const t = words(locale);
  const { name, asOf } = measure;
  if (asOf === null) return t("offices.caption.none", { name });
  return t("offices.caption", { name, asOf: formatDate(locale, new Date(asOf)) });
}

/** Whether the office's holder has cosponsored, and when; "–" where that is no question. */
function cosponsoredText({ cosponsored }: OfficeRow, locale: string): string {
  if (!cosponsored) return "–";
  if (cosponsored.on === null) return cosponsoredAnswer(cosponsored, locale);
  return words(locale)("offices.cosponsored.on", { date: formatDate(locale, new Date(cosponsored.on)) });
}

export function cosponsoredAnswer({ answer }: Cosponsored, locale: string): string {
  return words(locale)(`offices.cosponsored.${answer}`);
}

/** Who holds an office; what its seat is where nobody does. */
export function officeName({ name, seat, officeId }: OfficeRow, locale: string): string {
  if (name !== null) return name;
  return seat === "" ? words(locale)("offices.unknown", { id: officeId }) : words(locale)("offices.vacant");
}
