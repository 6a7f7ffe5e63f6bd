import { measureName } from "#app/features/directory/measure.ts";
import { supportOf } from "#app/features/directory/measures-of.server.ts";
import { keyOf } from "#app/features/directory/official.ts";
import { recipientsByKeys } from "#app/features/directory/recipients-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";

/**
 * The measure that a campaign asks for, as figures name it, and who stands behind it by the latest list, with the offices
 * that they hold now; null: none.
 */
export async function askedMeasure(by: By, campaignId: string) {
  const campaign = await campaignById(by, campaignId);
  const support = await supportOf(by, campaign?.measureId ?? null);
  if (!support) return null;
  const { measure, asOf, backers } = support;
  const holders = await recipientsByKeys(by, [...backers.keys()].map(keyOf));
  return { name: measureName(measure), chamber: measure.chamber, asOf, backers, holders };
}
