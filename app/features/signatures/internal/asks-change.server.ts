import { asksChangedSince } from "#app/features/campaigns/asks-changed-since.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import type { By } from "#app/lib/by.ts";
import { formatDate } from "#app/lib/format.ts";
import type { AsksChange } from "../asks-changed.tsx";
import type { SignatureRow } from "./signature-row.server.ts";

/** What has changed in the asks since a signature was given, as its page shows it; null where nothing has. */
export async function asksChangeOf(
  by: By,
  { asksVersion, state }: Pick<SignatureRow, "asksVersion" | "state">,
  campaign: Campaign,
  locale: string,
): Promise<AsksChange | null> {
  // Who took their signature back is asked nothing any more.
  const found = state === "withdrawn" ? null : await asksChangedSince(by, campaign, asksVersion);
  if (!found) return null;
  const since = formatDate(locale, found.at, campaign.timeZone);
  return { then: found.then, now: found.now, since, lang: campaign.locale };
}
