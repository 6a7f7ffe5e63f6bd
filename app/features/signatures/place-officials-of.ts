import type { CampaignRecipients } from "#app/features/campaigns/recipients-for.server.ts";
import { formatDate, joinList } from "#app/lib/format.ts";
import type { PlaceOfficialsProps } from "./place-officials.tsx";
import { words } from "./words.ts";

/** What `/sign` says of a ZIP code: who answers there, and what must be said beside the names. */
export function placeOfficialsOf(found: CampaignRecipients, postalCode: string, locale: string): PlaceOfficialsProps {
  const t = words(locale);
  const { representation, recipients, chooseFrom } = found;
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
    })),
    vacancies: representation.vacancies,
    note,
    asOf: representation.asOf ? formatDate(locale, new Date(representation.asOf)) : null,
  };
}
