import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { documentLimits } from "#app/features/campaigns/campaign-document.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = {
  locale: string;
  slug: string;
  of: string;
  title?: string;
  faults: { field: string; sentence: string }[];
};

/** Another campaign of what this one says. */
export function CopyPage({ locale, slug, of, title, faults }: Props) {
  const t = words(locale);
  const begun = t("copy.begun", { title: of }).slice(0, documentLimits.title);
  return (
    <form className="narrow stack stack-lg" method="post" action={pathsIn(locale).organizeCopy(slug)} noValidate>
      <ErrorSummary faults={faults} locale={locale} />
      <div className="stack">
        <h2>{t("copy.title")}</h2>
        <p className="lead muted">{t("copy.lead")}</p>
      </div>
      <TextField
        name="title"
        locale={locale}
        label={t("copy.name")}
        hint={t("edit.title.hint", { most: documentLimits.title })}
        defaultValue={title ?? begun}
        fault={faults.find(({ field }) => field === "title")?.sentence}
      />
      <p>
        <button className="btn btn-small">{t("copy.button")}</button>
      </p>
    </form>
  );
}
