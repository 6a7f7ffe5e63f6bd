import { paths } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { words } from "./words.ts";

export interface PlacePageProps {
  locale: string;
  slug: string;
  /** As typed, or as it was given when signing. */
  postalCode: string;
  /** Why it names nobody in the House; null where it does. */
  note: string | null;
  faults: { field: string; sentence: string }[];
}

/** Another ZIP code for letters that wait. */
export function PlacePage({ locale, slug, postalCode, note, faults }: PlacePageProps) {
  const t = words(locale);
  return (
    <form className="narrow stack stack-lg" method="post" action={paths.place(slug)} noValidate>
      <ErrorSummary faults={faults} locale={locale} />
      <div className="stack">
        <h1>{t("place.title")}</h1>
        <p className="lead muted">{note ?? t("place.lead")}</p>
      </div>
      <TextField
        name="postalCode"
        locale={locale}
        label={t("place.zip")}
        hint={t("place.zip.hint")}
        defaultValue={postalCode}
        fault={faults[0]?.sentence}
        inputMode="numeric"
        autoComplete="postal-code"
        width="w-10"
      />
      <p className="row">
        <button className="btn">{t("place.submit")}</button>
        <a href={paths.letter(slug)}>{t("place.keep")}</a>
      </p>
    </form>
  );
}

/** On `/letter`: that this ZIP code does not tell who represents its writer in Congress, and where to mend it. */
export function PlaceNotice({ locale, slug, note }: { locale: string; slug: string; note: string }) {
  const t = words(locale);
  return (
    <div className="notice notice-warn">
      <p>
        {note} <a href={paths.place(slug)}>{t("place.correct")}</a>
      </p>
    </div>
  );
}
