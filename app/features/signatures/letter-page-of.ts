import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { districtName, stateCodeOf } from "#app/features/directory/us-places.ts";
import type { DistrictChoiceData } from "#app/features/letters/district-choice.tsx";
import { leftItem } from "#app/features/letters/left-item.ts";
import type { LetterFormProps } from "#app/features/letters/letter-form.tsx";
import { unchosenHouse } from "#app/features/letters/letter-form.ts";
import { commonShare } from "#app/features/letters/own-share.ts";
import { recipientItem, unchosenRepresentative } from "#app/features/letters/recipient-item.ts";
import { sparedSentence } from "#app/features/letters/spared.ts";
import type { WhoSeesWhatData } from "#app/features/letters/who-sees-what.tsx";
import { stateInSentence } from "#app/lib/region-names.ts";
import type { LettersInProgress } from "./compose-letters.server.ts";
import { orderOfTargets } from "./order-of-targets.ts";
import type { Signature } from "./signature-of.server.ts";
import { isTicked } from "./ticked.ts";

/** What `/letter` shows of letters in progress. */
export function letterPageOf(
  campaign: Campaign,
  signature: Signature,
  letters: LettersInProgress,
  organization: string,
  locale: string,
): LetterFormProps {
  const { body, common } = letters;
  return {
    locale,
    slug: campaign.slug,
    body,
    lang: campaign.locale,
    commonShare: commonShare(body, common),
    district: letters.mayChoose ? districtOf(signature, letters) : null,
    recipients: recipientsOf(campaign, signature, letters, locale),
    spared: letters.spared.map((one) => sparedSentence(locale, one)),
    sees: { organization, ...seenOf(signature, letters) },
    confirmed: signature.state === "confirmed",
    email: signature.person.email,
    faults: [],
  };
}

/** Everyone in the order of the campaign's targets, whether their letter can still change or has left. */
function recipientsOf(
  campaign: Campaign,
  signature: Signature,
  { found, body, common, ticked, entries, left, variants, houseDivisionId, mayChoose }: LettersInProgress,
  locale: string,
): LetterFormProps["recipients"] {
  const candidates = found.chooseFrom.map(({ key }) => key);
  const checked = (key: string) => isTicked(ticked, key, candidates);
  const confirmed = signature.state === "confirmed";
  const open = entries.map(({ recipient, letter }) => ({
    addressee: recipient,
    item: recipientItem({ letter, recipient, checked: checked(recipient.key), body, common, confirmed, locale }),
  }));
  const gone = left.map((one) => ({
    addressee: { ...one.recipient, officeId: one.letter.officeId },
    item: leftItem({ ...one, locale, timeZone: campaign.timeZone }),
  }));
  const asks = variants.find(({ audience }) => audience === "house")?.summary ?? "";
  const unchosen = {
    addressee: { officeId: found.chooseFrom[0]?.officeId ?? "" },
    item: unchosenRepresentative({ candidates: found.chooseFrom, asks, checked: checked(unchosenHouse), locale }),
  };
  const compare = orderOfTargets(campaign.targets);
  return [...(mayChoose && houseDivisionId === null ? [unchosen] : []), ...open, ...gone]
    .sort((a, b) => compare(a.addressee, b.addressee))
    .map(({ item }) => item);
}

function districtOf({ person }: Signature, { found, entries, houseDivisionId }: LettersInProgress): DistrictChoiceData {
  return {
    postalCode: person.postalCode,
    choices: found.chooseFrom.map(({ divisionId, name, divisionName }) => ({
      divisionId: divisionId ?? "",
      name,
      district: divisionName ?? "",
    })),
    chosen: houseDivisionId,
    others: entries.filter(({ recipient }) => recipient.chamber !== "house").map(({ recipient }) => recipient.name),
  };
}

function seenOf(
  { display, stateDivisionId }: Signature,
  { updates, houseDivisionId, mayChoose }: LettersInProgress,
): Omit<WhoSeesWhatData, "organization"> {
  return {
    display,
    updates,
    place: placeInSentence(houseDivisionId ?? stateDivisionId),
    choosing: mayChoose && houseDivisionId === null,
  };
}

/** "California, 30th district", "the District of Columbia"; null of no division. */
function placeInSentence(divisionId: string | null): string | null {
  const code = stateCodeOf(divisionId);
  if (code === null) return null;
  const [, district] = /\/cd:(\d+)$/.exec(divisionId ?? "") ?? [];
  return district ? districtName(code, Number(district)) : stateInSentence(code);
}
