import { pathsIn } from "#app/lib/paths.ts";
import { LeadStory, Story } from "#app/features/campaigns/campaign-card.tsx";
import type { CampaignCard } from "#app/features/campaigns/public-campaign.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = { locale: string; open: CampaignCard[]; closed: CampaignCard[]; now: Date };

/** The promise, the campaigns, how it works, what one can hold the organization to. */
export function HomePage({ locale, open, closed, now }: Props) {
  const t = words(locale);
  const [lead, ...others] = open;
  return (
    <main id="main" className="wrap page stack stack-xl">
      <div className="stack">
        <h1 className="headline">{t("home.headline")}</h1>
        <p className="standfirst">{t("home.standfirst")}</p>
      </div>

      <section aria-labelledby="open" className="stack stack-lg">
        <div className="ruled row-between">
          <h2 id="open">{t("home.open")}</h2>
          <p className="meta">
            {t("home.openCount", { n: open.length })}
            {closed.length > 0 && (
              <>
                {" · "}
                <a href="#closed">{t("home.closedCount", { n: closed.length })}</a>
              </>
            )}
          </p>
        </div>
        {lead ? (
          <LeadStory locale={locale} campaign={lead} now={now} />
        ) : (
          <div className="stack stack-sm">
            <h3>{t("home.noneOpen")}</h3>
            <p className="muted">{t(closed.length > 0 ? "home.noneOpenDetail" : "home.noneOpenYet")}</p>
          </div>
        )}
        <Stories locale={locale} campaigns={others} />
      </section>

      {closed.length > 0 && (
        <section aria-labelledby="closed" className="stack stack-lg">
          <h2 id="closed" className="ruled">
            {t("home.closed")}
          </h2>
          <Stories locale={locale} campaigns={closed} />
        </section>
      )}

      <section aria-labelledby="how" className="stack stack-lg">
        <h2 id="how" className="ruled">
          {t("home.how")}
        </h2>
        <ol className="how" role="list">
          {(["home.how1", "home.how2", "home.how3", "home.how4"] as const).map((step) => (
            <li key={step}>
              <h3>{t(step)}</h3>
              <p className="muted">{t(`${step}Detail`)}</p>
            </li>
          ))}
        </ol>
      </section>

      <section aria-labelledby="promise" className="two">
        <div className="ruled stack">
          <h2 id="promise">{t("home.promise")}</h2>
          <p className="lead muted">{t("home.promiseDetail")}</p>
        </div>
        <dl className="facts">
          {(["home.name", "home.count", "home.letters", "home.leaving"] as const).map((promise) => (
            <div key={promise}>
              <dt>{t(promise)}</dt>
              <dd>{t(`${promise}Detail`)}</dd>
            </div>
          ))}
          <div>
            <dt>{t("home.stored")}</dt>
            <dd>
              {t("home.storedDetail")} <a href={pathsIn(locale).privacy()}>{t("home.storedLink")}</a>.
            </dd>
          </div>
        </dl>
      </section>
    </main>
  );
}

function Stories({ locale, campaigns }: { locale: string; campaigns: CampaignCard[] }) {
  if (campaigns.length === 0) return null;
  return (
    <ul className="stories" role="list">
      {campaigns.map((campaign) => (
        <Story key={campaign.slug} locale={locale} campaign={campaign} />
      ))}
    </ul>
  );
}
