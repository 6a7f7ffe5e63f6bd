import type { PublicCampaign } from "#app/features/campaigns/public-campaign.ts";
import { words } from "#app/features/campaigns/words.ts";
import { passageIn } from "#app/lib/words.ts";

type Props = { locale: string; campaign: Pick<PublicCampaign, "targets" | "abroad" | "hasLetters" | "locale"> };

/** Each target, what it can do, how a letter gets there; and who can write to whom from abroad. */
export function WhoDecides({ locale, campaign }: Props) {
  const t = words(locale);
  const passage = passageIn(campaign.locale, locale);
  return (
    <section aria-labelledby="who" className="stack">
      <h2 id="who" className="ruled">
        {t(campaign.hasLetters ? "page.who" : "page.whoSign")}
      </h2>
      <ul className="officials officials-wide" role="list">
        {campaign.targets.map((target) => (
          <li className="official" key={target.name}>
            <h3 {...passage}>{target.name}</h3>
            <p className="role" {...passage}>
              {target.can}
            </p>
            <p className="via">{t(`via.${target.via}`)}</p>
          </li>
        ))}
      </ul>
      <p className="small muted" {...passage}>
        {campaign.abroad}
      </p>
    </section>
  );
}
