import type { ReactNode } from "react";
import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import type { Values } from "#app/features/campaigns/part-form.ts";
import type { ReadinessItem } from "#app/features/campaigns/readiness.ts";
import { ReadinessPanel } from "#app/features/campaigns/readiness-list.tsx";
import { words } from "#app/features/campaigns/words.ts";

export type PartProps = {
  locale: string;
  slug: string;
  values: Values;
  /** What could not be kept as it was typed. */
  faults: { field: string; sentence: string }[];
};

/** What a form was filled in from: saved against it, nobody's words are written over unseen. */
export type ReadFrom = { digest: string; revision: number };

type Props = PartProps & { part: DocumentPart; read: ReadFrom; items: ReadinessItem[]; children: ReactNode };

/** One part of a campaign as a form, with what is in its way beside it. */
export function EditForm({ locale, slug, part, read, faults, items, children }: Props) {
  const t = words(locale);
  // A story stands beside its preview, targets in a wide table: what is in the way stands below them.
  const isWide = part === "story" || part === "targets";
  return (
    <div className={isWide ? "stack stack-lg" : "edit"}>
      <form
        className="stack stack-lg"
        method="post"
        action={pathsIn(locale).organizePart(slug, part)}
        noValidate
        // A story may bring a picture.
        encType={part === "story" ? "multipart/form-data" : undefined}
        data-autosave={pathsIn(locale).organizeAutosave(slug)}
        data-preview={pathsIn(locale).organizeStoryPreview(slug)}
        data-part={part}
        data-saved={t("edit.auto.saved")}
        data-failed={t("edit.auto.failed")}
        data-conflict={t("edit.auto.conflict")}
        data-wrong={t("edit.auto.wrong")}
      >
        <ErrorSummary faults={faults} locale={locale} />
        <input type="hidden" name="read" value={read.digest} />
        <input type="hidden" name="revision" value={read.revision} />
        {children}
        <div className="toolbar">
          <button className="btn btn-small">{t("edit.save")}</button>
          <span className="meta" role="status" data-autosaved />
          <a className="small" href={pathsIn(locale).organizeRevisions(slug)}>
            {t("edit.earlier")}
          </a>
        </div>
      </form>
      <ReadinessPanel locale={locale} slug={slug} items={items} part={part} isBelow={isWide} />
    </div>
  );
}

/** What each field of a part's form needs to know of itself. */
export function fieldOf({ locale, values, faults }: PartProps) {
  return (name: string) => ({
    name,
    locale,
    defaultValue: values[name] ?? "",
    fault: faults.find(({ field }) => field === name)?.sentence,
  });
}

/** How many rows a list's form shows: those that say something, and some to write in. */
export function rowsShown(values: Values, column: string, spare: number, most: number): number[] {
  const used = Object.keys(values).flatMap((name) => {
    const [, n] = new RegExp(`^${column}-(\\d+)$`).exec(name) ?? [];
    return n !== undefined && values[name] !== "" ? [Number(n)] : [];
  });
  return Array.from({ length: Math.min(most, Math.max(0, ...used) + spare) }, (_, index) => index + 1);
}
