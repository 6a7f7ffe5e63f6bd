import { formatDate } from "#app/lib/format.ts";
import { daysLeft, lastDayBefore } from "#app/features/campaigns/local-day.ts";
import type { PublicCampaign } from "#app/features/campaigns/public-campaign.ts";
import { words } from "#app/features/campaigns/words.ts";

type Dated = Pick<PublicCampaign, "state" | "timeZone" | "endsAt">;

/** "Closes 22 February 2027", "Closed on …", or that there is no closing date. With `now`, also in how many days. */
export function closingSentence(locale: string, campaign: Dated, now?: Date): string {
  const t = words(locale);
  if (campaign.endsAt === null) return t("closes.never");
  const date = formatDate(locale, lastDayBefore(campaign.endsAt), campaign.timeZone);
  if (campaign.state === "closed") return t("closed", { date });
  return now ? t("closesIn", { date, days: daysLeft(campaign.endsAt, now) }) : t("closes", { date });
}
