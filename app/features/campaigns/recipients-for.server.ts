import type { By } from "#app/lib/by.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import { officesByIds } from "#app/features/directory/recipients-of.server.ts";
import type { Representation } from "#app/features/directory/representatives-of.server.ts";
import { representativesOf } from "#app/features/directory/representatives-of.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import type { TargetRule } from "#app/features/campaigns/target-rule.ts";

export type Place = {
  country: string;
  postalCode: string;
  /** The district that the writer chose among those of a split postal code. */
  houseDivisionId?: string;
};

export type CampaignRecipients = {
  representation: Representation;
  /** Who gets a letter, in the order of the campaign's targets. */
  recipients: Recipient[];
  /** The candidates for "my representative" where a postal code lies in several districts: none is chosen for anybody. */
  chooseFrom: Recipient[];
};

/**
 * Whom a person at this place writes to in this campaign. Fixed offices always, also from abroad; one's own members where
 * they are known for certain or chosen by oneself. An office that may only be told figures never gets a letter.
 */
export async function recipientsFor(
  by: By,
  campaign: Pick<Campaign, "targets">,
  place: Place,
): Promise<CampaignRecipients> {
  const rules = campaign.targets.map((target) => target.rule);
  const officeIds = rules.flatMap((rule) => (rule.kind === "offices" ? rule.officeIds : []));
  const [representation, offices] = await Promise.all([
    representativesOf(by, { country: place.country, postalCode: place.postalCode }),
    officeIds.length > 0 ? officesByIds(by, officeIds) : [],
  ]);
  const ambiguous = representation.status === "ambiguous";
  const inTheHouse = representation.officials.filter(isHouse);
  const chosen = inTheHouse.filter((official) => official.divisionId === place.houseDivisionId);

  const found = rules.flatMap((rule: TargetRule): Recipient[] => {
    if (rule.kind === "my-senators") return representation.officials.filter((one) => one.kind === "senate-seat");
    if (rule.kind === "my-representative") return ambiguous ? chosen : inTheHouse;
    return rule.officeIds.flatMap((id) => offices.filter((office) => office.officeId === id));
  });
  const withLetter = found.filter((recipient) => recipient.disclosure === "letter");
  return {
    representation,
    recipients: [...new Map(withLetter.map((recipient) => [recipient.key, recipient])).values()],
    chooseFrom: ambiguous && rules.some((rule) => rule.kind === "my-representative") ? inTheHouse : [],
  };
}

function isHouse(recipient: Recipient): boolean {
  return recipient.kind === "house-seat" || recipient.kind === "house-delegate-seat";
}
