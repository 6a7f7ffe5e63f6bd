import { countryInSentence } from "#app/lib/region-names.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { Persona } from "#app/features/campaigns/persona.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = { locale: string; slug: string; persona: Persona };

/** On top of every page of a preview: that it is one, as whom one walks, and the way back to the editor. */
export function PreviewNotice({ locale, slug, persona }: Props) {
  const t = words(locale);
  const place = persona.country === "US" ? persona.postalCode : countryInSentence(locale, persona.country);
  return (
    <aside className="demo no-print" aria-label={t("preview.label")}>
      <p className="wrap">
        <strong>{t("preview.word")}</strong> {t("preview.notice", { place })}{" "}
        <a href={pathsIn(locale).organizePublish(slug)}>{t("preview.as")}</a>
      </p>
    </aside>
  );
}
