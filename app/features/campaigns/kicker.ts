import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { words } from "#app/features/campaigns/words.ts";

/** "Resolution · Congress, State Department" */
export function kickerOf(locale: string, { kind, audience }: Pick<Campaign, "kind" | "audience">): string {
  const t = words(locale);
  return t("kicker", { kind: t(`kind.${kind}`), audience });
}
