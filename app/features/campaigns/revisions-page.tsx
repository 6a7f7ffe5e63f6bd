import { formatDateTime } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { Passage } from "#app/features/campaigns/text-difference.ts";
import { words } from "#app/features/campaigns/words.ts";

export type RevisionRow = {
  number: number;
  part: string;
  at: Date;
  by: string;
  isAside: boolean;
  isPublished: boolean;
};

/** Who saved what, the newest first. */
export function RevisionsPage({
  locale,
  slug,
  timeZone,
  rows,
}: {
  locale: string;
  slug: string;
  timeZone: string;
  rows: RevisionRow[];
}) {
  const t = words(locale);
  if (rows.length === 0) return <p className="narrow">{t("revisions.none")}</p>;
  return (
    <ol className="entries" role="list">
      {rows.map((row) => (
        <li key={row.number}>
          <time dateTime={row.at.toISOString()}>{formatDateTime(locale, row.at, timeZone)}</time>
          <div>
            <strong>
              <a href={pathsIn(locale).organizeRevision(slug, row.number)}>
                {t("revisions.number", { n: row.number })}
              </a>
            </strong>
            {": "}
            {t("revisions.saved", { part: row.part, by: row.by })}{" "}
            {row.isPublished ? <span className="tag tag-good">{t("revisions.published")}</span> : null}
            {row.isAside ? <span className="tag tag-warn">{t("revisions.aside")}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

export type PartDifference = { part: string; passages: Passage[] };

type RevisionProps = {
  locale: string;
  slug: string;
  timeZone: string;
  row: RevisionRow;
  /** Against what the campaign says now. */
  differences: PartDifference[];
};

/** One earlier version beside what the campaign says now, and the way back to it. */
export function RevisionPage({ locale, slug, timeZone, row, differences }: RevisionProps) {
  const t = words(locale);
  return (
    <>
      <div className="narrow stack">
        <h2>{t("revisions.number", { n: row.number })}</h2>
        <p className="lead muted">
          {t("revisions.saved", { part: row.part, by: row.by })} {formatDateTime(locale, row.at, timeZone)}.
        </p>
      </div>
      {differences.length === 0 ? <p>{t("revisions.same")}</p> : <DifferenceKey locale={locale} />}
      {differences.map(({ part, passages }) => (
        <section key={part} className="stack" aria-labelledby={`part-${part}`}>
          <h3 id={`part-${part}`}>{t(`edit.part.${part}` as "edit.part.story")}</h3>
          <Difference passages={passages} />
        </section>
      ))}
      {differences.length > 0 ? (
        <form method="post" action={pathsIn(locale).organizeRevision(slug, row.number)}>
          <p className="meta">{t("revisions.restore.lead")}</p>
          <p className="row mt-2">
            <button className="btn btn-small">{t("revisions.restore", { n: row.number })}</button>
            <a className="small" href={pathsIn(locale).organizeRevisions(slug)}>
              {t("edit.earlier")}
            </a>
          </p>
        </form>
      ) : null}
    </>
  );
}

/** A text with what was added underlined and what was taken out struck through. */
export function Difference({ passages }: { passages: Passage[] }) {
  const lines = passages.flatMap(({ kind, text }) =>
    text.split(/(\n)/).map((piece) => (piece === "\n" ? null : { kind, text: piece })),
  );
  return (
    <div className="sheet diff">
      <p>
        {lines.map((piece, index) => {
          if (piece === null) return <br key={index} />;
          if (piece.kind === "added") return <ins key={index}>{piece.text}</ins>;
          return piece.kind === "removed" ? <del key={index}>{piece.text}</del> : piece.text;
        })}
      </p>
    </div>
  );
}

export function DifferenceKey({ locale }: { locale: string }) {
  const t = words(locale);
  return (
    <p className="meta">
      <span className="diff">
        <ins>{t("diff.added")}</ins>
      </span>
      {t("diff.added.what")}{" "}
      <span className="diff">
        <del>{t("diff.removed")}</del>
      </span>
      {t("diff.removed.what")}
    </p>
  );
}
