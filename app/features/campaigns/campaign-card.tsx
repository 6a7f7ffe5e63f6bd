import { formatNumber } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { CampaignTally, GoalBar } from "#app/features/campaigns/campaign-tally.tsx";
import { closingSentence } from "#app/features/campaigns/dates.ts";
import { kickerOf } from "#app/features/campaigns/kicker.ts";
import type { CampaignCard } from "#app/features/campaigns/public-campaign.ts";
import { words } from "#app/features/campaigns/words.ts";
import { passageIn } from "#app/lib/words.ts";

type Props = { locale: string; campaign: CampaignCard };

/** The campaign on top of the home page. */
export function LeadStory({ locale, campaign, now }: Props & { now: Date }) {
  const href = pathsIn(locale).campaign(campaign.slug);
  return (
    <div className="lead-story">
      <div className="stack stack-sm">
        <p className="kicker">{kickerOf(locale, campaign)}</p>
        <h3 className="headline-sm" {...passageIn(campaign.locale, locale)}>
          <a href={href}>{campaign.title}</a>
        </h3>
        <p className="lead muted" {...passageIn(campaign.locale, locale)}>
          {campaign.summary}
        </p>
      </div>
      <div>
        <CampaignTally locale={locale} campaign={campaign} now={now} />
        <p className="mt-4">
          <a className="btn btn-wide" href={href}>
            {words(locale)(campaign.hasLetters ? "home.read" : "home.readSign")}
          </a>
        </p>
      </div>
    </div>
  );
}

/** One of several campaigns: its title is the link. */
export function Story({ locale, campaign }: Props) {
  return (
    <li className="story">
      <p className="kicker">{kickerOf(locale, campaign)}</p>
      <h3 {...passageIn(campaign.locale, locale)}>
        <a href={pathsIn(locale).campaign(campaign.slug)}>{campaign.title}</a>
      </h3>
      <p className="muted" {...passageIn(campaign.locale, locale)}>
        {campaign.summary}
      </p>
      <div className="foot">
        {campaign.goal !== null && <GoalBar confirmed={campaign.confirmed} goal={campaign.goal} thin />}
        <p className="row-between meta">
          <span>{countSentence(locale, campaign)}</span>
          <span>{closingSentence(locale, campaign)}</span>
        </p>
      </div>
    </li>
  );
}

function countSentence(locale: string, { confirmed, goal, state }: CampaignCard): string {
  const t = words(locale);
  if (confirmed === 0 && state === "open") {
    return goal === null ? t("card.noneNoGoal") : t("card.none", { goal: formatNumber(locale, goal) });
  }
  if (goal === null) return t("card.someNoGoal", { n: confirmed });
  return t("card.some", { count: formatNumber(locale, confirmed), goal: formatNumber(locale, goal) });
}
