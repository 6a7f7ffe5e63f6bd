import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { supportOf } from "#app/features/directory/measures-of.server.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import { backingOf, variantFor } from "#app/features/letters/audience.ts";
import type { Spared } from "#app/features/letters/spared.ts";
import { templatesIfAny } from "#app/features/letters/templates-of.server.ts";
import type { By } from "#app/lib/by.ts";

/** Who of these gets no letter in this campaign, because they have done what it would ask. */
export async function sparedOf(
  by: By,
  campaign: Pick<Campaign, "id" | "locale" | "measureId">,
  recipients: Recipient[],
): Promise<Spared[]> {
  const support = await supportOf(by, campaign.measureId);
  const templates = support && (await templatesIfAny(by, campaign.id, campaign.locale));
  if (!support || !templates) return [];
  return recipients.flatMap((recipient): Spared[] => {
    const template = variantFor(templates.variants, recipient);
    const backing = template && backingOf({ act: template.act, officialId: recipient.officialId }, support);
    return backing ? [{ recipient, backing, support }] : [];
  });
}
