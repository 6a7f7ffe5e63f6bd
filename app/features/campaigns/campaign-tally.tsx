import { formatNumber } from "#app/lib/format.ts";
import { closingSentence } from "#app/features/campaigns/dates.ts";
import type { PublicCampaign } from "#app/features/campaigns/public-campaign.ts";
import { shareOfGoal } from "#app/features/campaigns/share-of-goal.ts";
import { words } from "#app/features/campaigns/words.ts";

export type TallyProps = {
  locale: string;
  campaign: Pick<PublicCampaign, "confirmed" | "goal" | "state" | "timeZone" | "endsAt">;
  /** With it, the closing date also says in how many days. */
  now?: Date;
};

/** How many have confirmed, the line that fills, the goal and the closing date. Without anybody: "Be the first". */
export function CampaignTally({ locale, campaign, now }: TallyProps) {
  const t = words(locale);
  const { confirmed, goal } = campaign;
  return (
    <div>
      <div className="tally">
        <b data-count>{confirmed > 0 ? formatNumber(locale, confirmed) : t("tally.none")}</b>{" "}
        <span data-count-rest>{confirmed > 0 ? t("tally.rest", { n: confirmed }) : t("tally.noneRest")}</span>
      </div>
      {goal !== null && <GoalBar confirmed={confirmed} goal={goal} />}
      <p className="row-between meta">
        {goal !== null && <span>{t("goal", { goal: formatNumber(locale, goal) })}</span>}
        <span>{closingSentence(locale, campaign, now)}</span>
      </p>
    </div>
  );
}

/** The line that fills. Only to look at: the same stands in words beside it. */
export function GoalBar({ confirmed, goal, thin }: { confirmed: number; goal: number | null; thin?: boolean }) {
  return (
    <svg
      className={thin ? "bar bar-thin" : "bar"}
      width="100%"
      height={thin ? "6" : "10"}
      aria-hidden="true"
      data-count-bar
    >
      <rect width={`${shareOfGoal(confirmed, goal)}%`} height="100%" />
    </svg>
  );
}
