import type { PublicCampaign } from "#app/features/campaigns/public-campaign.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = { locale: string; targets: PublicCampaign["targets"]; abroad: string };

/** Each target, what it can do, how a letter gets there; and who can write to whom from abroad. */
export function WhoDecides({ locale, targets, abroad }: Props) {
  const t = words(locale);
  return (
    <section aria-labelledby="who" className="stack">
      <h2 id="who" className="ruled">
        {t("page.who")}
      </h2>
      <ul className="officials officials-wide" role="list">
        {targets.map((target) => (
          <li className="official" key={target.name}>
            <h3>{target.name}</h3>
            <p className="role">{target.can}</p>
            <p className="via">{t(`via.${target.via}`)}</p>
          </li>
        ))}
      </ul>
      <p className="small muted">{abroad}</p>
    </section>
  );
}
