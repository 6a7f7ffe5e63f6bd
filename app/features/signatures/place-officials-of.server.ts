import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";
import type { Place } from "#app/features/campaigns/recipients-for.server.ts";
import { sparedSentence } from "#app/features/letters/spared.ts";
import type { By } from "#app/lib/by.ts";
import { formatDate, joinList } from "#app/lib/format.ts";
import type { PlaceOfficialsProps } from "./place-officials.tsx";
import { sparedOf } from "./spared-of.server.ts";
import { words } from "./words.ts";

/** What `/sign` says of a ZIP code: who answers there, and what must be said beside the names. */
export async function placeOfficialsOf(
  by: By,
  campaign: Campaign,
  { country, postalCode }: Pick<Place, "country" | "postalCode">,
  locale: string,
): Promise<PlaceOfficialsProps> {
  const t = words(locale);
  const { representation, recipients, chooseFrom } = await recipientsFor(by, campaign, { country, postalCode });
  const spared = campaign.hasLetters ? await sparedOf(by, campaign, recipients) : [];
  const { status } = representation;
  const note =
    status === "resolved"
      ? null
      : t(`place.${status}`, {
          postalCode,
          names: joinList(
            locale,
            chooseFrom.map(({ name }) => name),
            "disjunction",
          ),
        });
  return {
    locale,
    postalCode,
    officials: recipients.map(({ key, name, officeName, officialId, contacts }) => ({
      key,
      name,
      office: officialId === null ? t("place.same") : officeName,
      via: contacts.some(({ channel }) => channel === "email") ? "email" : "form",
      needsNone: spared.flatMap((one) => (one.recipient.key === key ? [sparedSentence(locale, one)] : []))[0] ?? null,
    })),
    vacancies: representation.vacancies,
    note,
    asOf: representation.asOf ? formatDate(locale, new Date(representation.asOf)) : null,
  };
}
