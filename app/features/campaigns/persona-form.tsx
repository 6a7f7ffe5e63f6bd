import { pathsIn } from "#app/lib/paths.ts";
import { TextField } from "#app/ui/text-field.tsx";
import { personas } from "#app/features/campaigns/persona.ts";
import { words } from "#app/features/campaigns/words.ts";

/** Whom a preview is walked as: a ZIP code or a country, of nobody in particular. It stands in the address. */
export function PersonaForm({ locale, slug, as }: { locale: string; slug: string; as: string }) {
  const t = words(locale);
  return (
    <div className="stack stack-sm">
      <form className="filters" method="get" action={pathsIn(locale).organizePreview(slug)}>
        <TextField
          name="as"
          locale={locale}
          label={t("persona.as")}
          hint={t("persona.hint")}
          defaultValue={as}
          autoComplete="off"
          width="w-10"
        />
        <button className="btn btn-second btn-small">{t("persona.start")}</button>
      </form>
      <ul className="row small" role="list">
        {personas.map((persona) => (
          <li key={persona}>
            <a href={pathsIn(locale).organizePreview(slug, persona)} aria-current={persona === as ? "true" : undefined}>
              {t("persona.some", { which: persona })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
