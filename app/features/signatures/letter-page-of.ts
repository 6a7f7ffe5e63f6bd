import type { Campaign } from "#app/features/campaigns/campaign.ts";
import type { LetterFormProps } from "#app/features/letters/letter-form.tsx";
import { unchosenHouse } from "#app/features/letters/letter-form.ts";
import { commonShare } from "#app/features/letters/own-share.ts";
import { recipientItem, unchosenRepresentative } from "#app/features/letters/recipient-item.ts";
import type { LettersInProgress } from "./compose-letters.server.ts";
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
  const { found, body, common, ticked, entries, variants, houseDivisionId, mayChoose } = letters;
  const candidates = found.chooseFrom.map(({ key }) => key);
  const checked = (key: string) => isTicked(ticked, key, candidates);
  const items = entries.map(({ recipient, letter }) =>
    recipientItem({ letter, recipient, checked: checked(recipient.key), body, common, locale }),
  );
  if (mayChoose && houseDivisionId === null) {
    const asks = variants.find(({ audience }) => audience === "house")?.summary ?? "";
    items.unshift(
      unchosenRepresentative({ candidates: found.chooseFrom, asks, checked: checked(unchosenHouse), locale }),
    );
  }
  const own = [...found.representation.officials].find(
    ({ divisionId }) => divisionId === houseDivisionId && divisionId !== null,
  );
  return {
    locale,
    slug: campaign.slug,
    body,
    lang: campaign.locale,
    commonShare: commonShare(body, common),
    district: mayChoose
      ? {
          postalCode: signature.person.postalCode,
          choices: found.chooseFrom.map(({ divisionId, name, divisionName }) => ({
            divisionId: divisionId ?? "",
            name,
            district: divisionName ?? "",
          })),
          chosen: houseDivisionId,
          others: entries
            .filter(({ recipient }) => recipient.chamber !== "house")
            .map(({ recipient }) => recipient.name),
        }
      : null,
    recipients: items,
    sees: { organization, display: signature.display, place: own?.divisionName ?? null },
    confirmed: signature.state === "confirmed",
    email: signature.person.email,
    faults: [],
  };
}
