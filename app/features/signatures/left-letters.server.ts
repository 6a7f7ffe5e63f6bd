import { deliveriesOf } from "#app/features/delivery/deliveries-of.server.ts";
import { recipientsEverByKeys } from "#app/features/directory/recipients-of.server.ts";
import type { LeftLetter } from "#app/features/letters/left-item.ts";
import { hasLeft } from "#app/features/letters/letter.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { recipientKeyOf } from "./letter-states-of.server.ts";

/** The letters of a signature that nothing changes any more, with what is known of each. */
export async function leftLetters(by: By, signatureId: string): Promise<LeftLetter[]> {
  const letters = (await lettersOf(signatureId)).filter(hasLeft);
  if (letters.length === 0) return [];
  const ids = letters.map(({ id }) => id);
  const [recipients, fates] = await Promise.all([
    recipientsEverByKeys(by, letters.map(recipientKeyOf)),
    deliveriesOf("letter", ids),
  ]);
  return letters.map((letter) => ({
    letter,
    recipient: recipients.find(({ key }) => key === recipientKeyOf(letter)) ?? null,
    fate: fates.get(letter.id) ?? null,
  }));
}
