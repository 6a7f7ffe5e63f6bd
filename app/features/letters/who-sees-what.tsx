import { words } from "./words.ts";

export type WhoSeesWhatData = {
  organization: string;
  /** What the signer let the public see. */
  display: "none" | "initials" | "name";
  /** Whether the signer asked for news. */
  updates: boolean;
  /**
   * Where the signature counts, as a sentence names it: "California, 30th district", or "the District of Columbia";
   * null when unknown or abroad.
   */
  place: string | null;
  /** Whether the district is still to be chosen. */
  choosing: boolean;
};

/** Who sees what, before anything is approved. */
export function WhoSeesWhat({ data, locale }: { data: WhoSeesWhatData; locale: string }) {
  const t = words(locale);
  const { organization, display } = data;
  const rows = [
    { who: t("sees.public"), what: t(`sees.public.${display}`) },
    { who: <bdi>{organization}</bdi>, what: organizationSees(data, locale) },
    { who: t("sees.offices"), what: t("sees.offices.what") },
  ];
  return (
    <section aria-labelledby="sees" className="stack">
      <h2 id="sees" className="ruled">
        {t("sees.heading")}
      </h2>
      <dl className="facts">
        {rows.map(({ who, what }) => (
          <div key={what}>
            <dt>{who}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function organizationSees({ display, updates, place, choosing }: WhoSeesWhatData, locale: string): string {
  const t = words(locale);
  const where = choosing
    ? place
      ? t("sees.where.choose", { place })
      : t("sees.where.choose-only")
    : place
      ? t("sees.where.known", { place })
      : t("sees.where.unknown");
  return [where, t(`sees.person.${display}`), updates ? t("sees.updates") : ""].filter(Boolean).join(" ");
}
