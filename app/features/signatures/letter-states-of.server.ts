import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { deliveriesOf } from "#app/features/delivery/deliveries-of.server.ts";
import { recipientsByKeys, recipientsEverByKeys } from "#app/features/directory/recipients-of.server.ts";
import { inOrderOfNeed, letterStateItem } from "#app/features/letters/letter-state-item.ts";
import type { LetterStateItem } from "#app/features/letters/letter-state-item.ts";
import type { StoredLetter } from "#app/features/letters/letter.ts";
import type { By } from "#app/lib/by.ts";
import { orderOfTargets } from "./order-of-targets.ts";

/** The key of a letter's recipient in the directory. */
export function recipientKeyOf({ officialId, officeId }: Pick<StoredLetter, "officialId" | "officeId">): string {
  return officialId?.replace(/^bioguide:/, "") ?? officeId;
}

/** What is known of each letter, those that need their writer first, otherwise in the order of the campaign's targets. */
export async function letterStatesOf(
  by: By,
  letters: StoredLetter[],
  campaign: Pick<Campaign, "timeZone" | "targets">,
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
    (await inOrderOfTargets(by, letters, campaign)).map((letter) =>
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

/** Letters as their campaign lists whom it addresses, whenever each was written. */
export async function inOrderOfTargets(
  by: By,
  letters: StoredLetter[],
  { targets }: Pick<Campaign, "targets">,
): Promise<StoredLetter[]> {
  const recipients = await recipientsEverByKeys(by, letters.map(recipientKeyOf));
  const compare = orderOfTargets(targets);
  return letters
    .map((letter) => {
      const holder = recipients.find(({ key }) => key === recipientKeyOf(letter));
      return { letter, addressee: { ...holder, officeId: letter.officeId } };
    })
    .sort((a, b) => compare(a.addressee, b.addressee))
    .map(({ letter }) => letter);
}
