import { formatDateTime, formatNumber } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { stateName } from "#app/lib/region-names.ts";
import type { PublicCampaign } from "#app/features/campaigns/public-campaign.ts";
import type { PublicPlaces } from "#app/features/campaigns/public-figure.ts";
import { words } from "#app/features/campaigns/words.ts";
import { passageIn } from "#app/lib/words.ts";

type Props = {
  locale: string;
  campaign: Pick<PublicCampaign, "locale" | "steps" | "confirmed" | "countedAt" | "places">;
};

/** How far the matter has come, and what has been counted, with the time of counting. */
export function CampaignFigures({ locale, campaign }: Props) {
  const t = words(locale);
  const { steps, confirmed, countedAt, places } = campaign;
  return (
    <section aria-labelledby="far" className="stack">
      <h2 id="far" className="ruled">
        {t("page.far")}
      </h2>
      {steps.length > 0 && (
        <ol className="path path-wide" role="list" {...passageIn(campaign.locale, locale)}>
          {steps.map((step) => (
            <li className={step.status === "next" ? undefined : step.status} key={step.title}>
              <span>
                <strong>{step.title}</strong>
                <br />
                <span className="meta">{step.detail}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {confirmed > 0 ? (
        <>
          <dl className="figures">
            <div>
              <dt>{t("page.signed")}</dt>
              <dd data-count>{formatNumber(locale, confirmed)}</dd>
              <dd>{t("page.signedDetail")}</dd>
            </div>
          </dl>
          {places.listed.length > 0 && <Places locale={locale} places={places} />}
        </>
      ) : (
        <div className="hair stack stack-sm">
          <h3>{t("tally.none")}</h3>
          <p className="muted">{t("page.noneDetail")}</p>
        </div>
      )}
      <p className="meta">
        {/* Before the first fold nothing has been counted, at no time. */}
        {countedAt.getTime() > 0 && t("page.counted", { at: formatDateTime(locale, countedAt) })}{" "}
        <a href={`${pathsIn(locale).about()}#count`}>{t("page.howCounted")}</a>
      </p>
    </section>
  );
}

function Places({ locale, places }: { locale: string; places: PublicPlaces }) {
  const t = words(locale);
  return (
    <div className="stack stack-sm">
      <h3>{t("page.places")}</h3>
      <dl className="facts">
        {places.listed.map(({ stateDivisionId, n }) => (
          <div key={stateDivisionId}>
            <dt>
              <bdi>{placeName(stateDivisionId)}</bdi>
            </dt>
            <dd className="num">{formatNumber(locale, n)}</dd>
          </div>
        ))}
        {places.rest !== null && (
          <div>
            <dt>{t("page.placesRest")}</dt>
            <dd className="num">{places.rest === "<10" ? places.rest : formatNumber(locale, places.rest)}</dd>
          </div>
        )}
      </dl>
      <p className="meta">{t("page.placesDetail")}</p>
    </div>
  );
}

/** "California" of "ocd-division/country:us/state:ca". */
function placeName(divisionId: string): string {
  return stateName((divisionId.split(":").at(-1) ?? "").toUpperCase());
}
