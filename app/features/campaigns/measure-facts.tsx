import { dayText, measureText } from "#app/features/directory/measure-text.ts";
import type { PublicMeasure } from "#app/features/campaigns/public-campaign.ts";
import { words } from "#app/features/campaigns/words.ts";

/** The bill or resolution that is asked for: where it is, as of which day, and how many stand behind it. */
export function MeasureFacts({ locale, measure: shown }: { locale: string; measure: PublicMeasure }) {
  const t = words(locale);
  const { measure, isLapsed, cosponsors } = shown;
  const { name, congress, title, chamber, stage, asOf } = measureText(locale, measure);
  return (
    <section aria-labelledby="measure" className="stack">
      <h2 id="measure" className="ruled">
        {t("page.measure")}
      </h2>
      <dl className="facts">
        <div>
          <dt>{t("page.measure.which")}</dt>
          <dd>
            {t("page.measure.name", { name, congress, chamber })}
            <br />
            <bdi>{title}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t("page.measure.stage")}</dt>
          <dd>
            {t("page.measure.as-of", { stage, asOf })}
            {isLapsed ? ` ${t("page.measure.lapsed", { congress })}` : ""}
          </dd>
        </div>
        <div>
          <dt>{t("page.measure.cosponsors")}</dt>
          <dd>
            {cosponsors
              ? t("page.measure.cosponsors.n", { n: cosponsors.n, asOf: dayText(locale, cosponsors.asOf) })
              : t("page.measure.cosponsors.none")}
          </dd>
        </div>
      </dl>
    </section>
  );
}
