import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { words } from "./words.ts";

export interface PlacePageProps {
  locale: string;
  slug: string;
  /** As typed, or as it was given when signing. */
  values: Record<string, string>;
  /** Why the ZIP code names nobody in the House; null where it does. */
  note: string | null;
  faults: { field: string; sentence: string }[];
  states: { value: string; label: string }[];
}

/** Another place for letters that wait. */
export function PlacePage({ locale, slug, values, note, faults, states }: PlacePageProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const text = (name: string) => ({
    name,
    locale,
    defaultValue: values[name] ?? "",
    fault: faults.find(({ field }) => field === name)?.sentence,
  });
  return (
    <form className="narrow stack stack-lg" method="post" action={paths.place(slug)} noValidate>
      <ErrorSummary faults={faults} locale={locale} />
      <div className="stack">
        <h1>{t("place.title")}</h1>
        <p className="lead muted">{note ?? t("place.lead")}</p>
      </div>
      <TextField
        {...text("postalCode")}
        label={t("place.zip")}
        hint={t("place.zip.hint")}
        inputMode="numeric"
        autoComplete="postal-code"
        width="w-10"
      />
      <div className="pair">
        <TextField {...text("locality")} label={t("sign.locality")} autoComplete="address-level2" />
        <SelectField
          {...text("region")}
          label={t("sign.region")}
          options={[{ value: "", label: t("sign.region.none") }, ...states]}
          autoComplete="address-level1"
        />
      </div>
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
        {note} <a href={pathsIn(locale).place(slug)}>{t("place.correct")}</a>
      </p>
    </div>
  );
}
