import { formatDateTime } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { Difference, DifferenceKey } from "#app/features/campaigns/revisions-page.tsx";
import type { Passage } from "#app/features/campaigns/text-difference.ts";
import { words } from "#app/features/campaigns/words.ts";

export type ConflictShown = { by: string; at: Date; revision: number; mine: Passage[]; theirs: Passage[] };

type Props = { locale: string; slug: string; part: DocumentPart; conflict: ConflictShown; timeZone: string };

/** Above the form with one's own words: who was faster, and both texts beside each other. Nothing of either is gone. */
export function Conflict({ locale, slug, part, conflict, timeZone }: Props) {
  const t = words(locale);
  const at = formatDateTime(locale, conflict.at, timeZone);
  return (
    <>
      <div className="error-summary narrow" role="alert" tabIndex={-1} autoFocus aria-labelledby="conflict">
        <h2 id="conflict">{t("conflict.title")}</h2>
        <p className="mt-2">{t("conflict.lead", { by: conflict.by, part: t(`edit.part.${part}`), at })}</p>
      </div>
      <div className="two">
        <section className="stack stack-sm" aria-labelledby="mine">
          <h2 id="mine">{t("conflict.mine")}</h2>
          <p className="meta">{t("conflict.mine.meta")}</p>
          <Difference passages={conflict.mine} />
        </section>
        <section className="stack stack-sm" aria-labelledby="theirs">
          <h2 id="theirs">{t("conflict.theirs")}</h2>
          <p className="meta">{t("conflict.theirs.meta", { by: conflict.by, n: conflict.revision, at })}</p>
          <Difference passages={conflict.theirs} />
        </section>
      </div>
      <DifferenceKey locale={locale} />
      <div className="stack stack-sm">
        <h2>{t("conflict.both")}</h2>
        <p className="muted narrow">{t("conflict.both.lead")}</p>
        <p>
          <a className="btn btn-second btn-small" href={pathsIn(locale).organizePart(slug, part)}>
            {t("conflict.keep-theirs")}
          </a>
        </p>
      </div>
    </>
  );
}
