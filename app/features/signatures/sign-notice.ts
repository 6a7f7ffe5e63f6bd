import type { CampaignInstants } from "#app/features/campaigns/campaign.ts";
import { campaignState, endOf } from "#app/features/campaigns/campaign.ts";
import { formatDateTime } from "#app/lib/format.ts";
import type { SignPageProps } from "./sign-page.tsx";
import { words } from "./words.ts";

type Notice = NonNullable<SignPageProps["notice"]>;

/** Above a form that can be sent again as it stands: the database is down, or too many came from one network. */
export function retryNotice(why: "down" | "too-many", locale: string): Notice {
  const t = words(locale);
  return { title: t(`sign.${why}`), lead: t(`sign.${why}.lead`), canRetry: true };
}

/** The same above the form that corrects an address. */
export function addressNotice(why: "down" | "too-many", locale: string): Notice {
  const t = words(locale);
  const title = why === "down" ? t("sign.down") : t("thanks.correct.too-many");
  return { title, lead: t(`thanks.correct.${why}.lead`), canRetry: true };
}

/** Above the form of a campaign that cannot be signed now, else null; `isKept`: something was typed. */
export function closedNotice(
  campaign: CampaignInstants & { timeZone: string },
  now: Date,
  isKept: boolean,
  locale: string,
): Notice | null {
  const state = campaignState(campaign, now);
  if (state === "open") return null;
  const t = words(locale);
  const ends = endOf(campaign);
  const date = ends ? formatDateTime(locale, ends, campaign.timeZone) : "";
  const lead = state === "closed" ? t("sign.closed.lead", { date }) : t("sign.scheduled.lead");
  const title = state === "closed" ? t("sign.closed") : t("sign.scheduled");
  return { title, lead: isKept ? `${lead} ${t("sign.kept")}` : lead, canRetry: false };
}
