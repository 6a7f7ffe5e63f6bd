import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { deliveriesOf } from "#app/features/delivery/deliveries-of.server.ts";
import { recipientsByKeys } from "#app/features/directory/recipients-of.server.ts";
import { inOrderOfNeed, letterStateItem } from "#app/features/letters/letter-state-item.ts";
import type { LetterStateItem } from "#app/features/letters/letter-state-item.ts";
import type { StoredLetter } from "#app/features/letters/letter.ts";
import type { By } from "#app/lib/by.ts";

/** The key of a letter's recipient in the directory. */
export function recipientKeyOf({ officialId, officeId }: Pick<StoredLetter, "officialId" | "officeId">): string {
  return officialId?.replace(/^bioguide:/, "") ?? officeId;
}

/** What is known of each letter, those that need their writer first. */
export async function letterStatesOf(
  by: By,
  letters: StoredLetter[],
  campaign: Pick<Campaign, "timeZone">,
  locale: string,
): Promise<LetterStateItem[]> {
  const [recipients, fates] = await Promise.all([
    recipientsByKeys(by, letters.map(recipientKeyOf)),
    deliveriesOf(
      "letter",
      letters.map(({ id }) => id),
    ),
  ]);
  return inOrderOfNeed(
    letters.map((letter) =>
      letterStateItem({
        letter,
        recipient: recipients.find(({ key }) => key === recipientKeyOf(letter)) ?? null,
        fate: fates.get(letter.id) ?? null,
        locale,
        timeZone: campaign.timeZone,
      }),
    ),
  );
}
