import { formatDate, formatNumber } from "#app/lib/format.ts";
import { CampaignFigures } from "#app/features/campaigns/campaign-figures.tsx";
import { CampaignTally } from "#app/features/campaigns/campaign-tally.tsx";
import { kickerOf } from "#app/features/campaigns/kicker.ts";
import { MeasureFacts } from "#app/features/campaigns/measure-facts.tsx";
import { pluralForms } from "#app/features/campaigns/plural-forms.ts";
import type { PublicCampaign } from "#app/features/campaigns/public-campaign.ts";
import { ShareStep } from "#app/features/campaigns/share-step.tsx";
import type { Share } from "#app/features/campaigns/share-step.tsx";
import { CampaignOutcome, SignButton, SignPanel } from "#app/features/campaigns/sign-panel.tsx";
import { SourceList, SourceRef } from "#app/features/campaigns/source-list.tsx";
import { WhoDecides } from "#app/features/campaigns/who-decides.tsx";
import { words } from "#app/features/campaigns/words.ts";
import { passageIn } from "#app/lib/words.ts";

export type CampaignPageProps = {
  locale: string;
  campaign: PublicCampaign;
  organization: { name: string; principal: string | null };
  /** What is passed on; it keeps the source that the reader came with. */
  share: Share;
  /** Path of count.json; null where the number does not move any more. */
  countPath: string | null;
  /** Where readers of this copy of the page come from. */
  source: string | null;
  /** In a preview: where its walk goes on. */
  next?: string;
};

/** A call to action as a long read with its sources, and the place where signing begins. */
export function CampaignPage({ locale, campaign, organization, share, countPath, source, next }: CampaignPageProps) {
  const t = words(locale);
  const passage = passageIn(campaign.locale, locale);
  return (
    <main id="main">
      <article className="wrap page" {...(countPath !== null && liveAttributes(locale, countPath))}>
        <div className="with-aside">
          <div className="stack stack-xl">
            <header className="stack">
              <p className="kicker">{kickerOf(locale, campaign)}</p>
              <h1 className="headline" {...passage}>
                {campaign.title}
              </h1>
              <p className="standfirst" {...passage}>
                {campaign.summary}
              </p>
              <div className="only-narrow no-print mt-6 stack">
                <CampaignTally locale={locale} campaign={campaign} />
                <p>
                  <SignButton locale={locale} campaign={campaign} />
                </p>
                <CampaignOutcome locale={locale} campaign={campaign} />
              </div>
              <Byline locale={locale} campaign={campaign} organization={organization} />
            </header>
            <div className="stack stack-xl">
              <section aria-label={t("page.why")}>
                <div
                  className="prose"
                  {...passage}
                  // Made by renderStory alone: markdown-it without HTML, then sanitize-html.
                  dangerouslySetInnerHTML={{ __html: campaign.story }}
                />
              </section>
              <section aria-labelledby="ask" className="stack">
                <h2 id="ask" className="ruled">
                  {t("page.ask")}
                </h2>
                <p className="lead muted" {...passage}>
                  {campaign.askIntro}
                </p>
                <ol className="asks" role="list" {...passage}>
                  {campaign.asks.map((ask) => (
                    <li key={ask}>
                      <span>{ask}</span>
                    </li>
                  ))}
                </ol>
              </section>
              {campaign.measure ? <MeasureFacts locale={locale} measure={campaign.measure} /> : null}
              <WhoDecides locale={locale} campaign={campaign} />
              {campaign.points.length > 0 && (
                <section aria-labelledby="points" className="stack">
                  <h2 id="points" className="ruled">
                    {t(campaign.hasLetters ? "page.points" : "page.pointsSign")}
                  </h2>
                  <ul className="prose">
                    {campaign.points.map((point) => (
                      <li key={point.text}>
                        <span {...passage}>{point.text}</span>
                        <SourceRef locale={locale} n={point.sourcePosition} />
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              <CampaignFigures locale={locale} campaign={campaign} />
              <SourceList locale={locale} campaign={campaign} />
              <ShareStep locale={locale} share={share} by="reader" />
              {campaign.state === "open" && <SignBar locale={locale} campaign={campaign} />}
            </div>
          </div>
          <SignPanel locale={locale} campaign={campaign} source={source} next={next} />
        </div>
        {countPath !== null && <p className="sr" aria-live="polite" data-count-announce />}
      </article>
    </main>
  );
}

/** On a narrow screen, between the two other buttons: the way to sign stays in view. */
function SignBar({ locale, campaign }: Pick<CampaignPageProps, "locale" | "campaign">) {
  const t = words(locale);
  return (
    <div className="signbar no-print">
      <span>
        <b data-count-signed>
          {campaign.confirmed > 0 ? t("tally.signed", { n: campaign.confirmed }) : t("tally.none")}
        </b>
        {campaign.goal !== null &&
          t(campaign.confirmed > 0 ? "goal.of" : "goal.small", { goal: formatNumber(locale, campaign.goal) })}
      </span>
      <SignButton locale={locale} campaign={campaign} narrow />
    </div>
  );
}

function Byline({
  locale,
  campaign,
  organization,
}: {
  locale: string;
  campaign: PublicCampaign;
  organization: CampaignPageProps["organization"];
}) {
  const t = words(locale);
  const { name, principal } = organization;
  const { opensAt, state, reportedIn, minutes, timeZone, changedAt } = campaign;
  return (
    <p className="meta">
      {principal === null
        ? t("page.by", { organization: name })
        : t("page.by.principal", { organization: name, principal })}
      {opensAt !== null && state !== "scheduled" && (
        <>
          {" · "}
          {t("page.opened")} <time dateTime={opensAt.toISOString()}>{formatDate(locale, opensAt, timeZone)}</time>
        </>
      )}
      {changedAt !== null && (
        <>
          {" · "}
          {t("page.changed")} <time dateTime={changedAt.toISOString()}>{formatDate(locale, changedAt, timeZone)}</time>
        </>
      )}
      {reportedIn !== null && <> · {t("page.reported", { when: reportedIn })}</>}
      {" · "}
      {t("page.minutes", { n: minutes })}
    </p>
  );
}

/** What live-count.client.ts reads: where to ask, and the page's own words for a new number. */
function liveAttributes(locale: string, countPath: string) {
  const t = words(locale);
  return {
    "data-live-count": countPath,
    "data-live-locale": locale,
    "data-live-rest": JSON.stringify(pluralForms(locale, (n) => t("tally.rest", { n }))),
    "data-live-signed": JSON.stringify(pluralForms(locale, (n) => t("tally.signed", { n }))),
    "data-live-announce": JSON.stringify(pluralForms(locale, (n) => t("tally.announce", { n }))),
  };
}
