import { deliveriesByCampaign, queuedSince } from "#app/features/delivery/delivery-figures.server.ts";
import { lettersByCampaign } from "#app/features/letters/letter-figures.server.ts";
import { countedAt, countedByDay, signatureFigures } from "#app/features/signatures/signature-figures.server.ts";
import type { By } from "#app/lib/by.ts";
import { days, earlier } from "#app/lib/time.ts";
import { letterCounts } from "./letter-fate.ts";
import type { Overview } from "./overview.ts";
import { sparkDays } from "./overview.ts";
import { lastDays } from "./series.ts";

/** What staff see first: the figures of these campaigns, in their order. From tallies alone. */
export async function overviewOf(by: By, campaignIds: string[]): Promise<Overview> {
  const first = earlier(by.now, days(sparkDays - 1))
    .toISOString()
    .slice(0, 10);
  const [at, figures, byDay, standing, deliveries, queues] = await Promise.all([
    countedAt(by),
    signatureFigures(by, campaignIds),
    countedByDay(by, campaignIds, first),
    lettersByCampaign(by, campaignIds),
    deliveriesByCampaign(by, campaignIds),
    queuedSince(by, campaignIds),
  ]);
  const of = <R extends { campaignId: string }>(rows: R[], id: string) => rows.filter((row) => row.campaignId === id);
  return {
    countedAt: at,
    campaigns: figures.map((signatures) => {
      const { campaignId: id } = signatures;
      return {
        ...signatures,
        spark: lastDays(of(byDay, id), sparkDays, by.now),
        letters: letterCounts(of(standing, id), of(deliveries, id)),
        queuedSince: of(queues, id)[0]?.since ?? null,
      };
    }),
  };
}
