import { words } from "./words.ts";

export type WhoSeesWhatData = {
  organization: string;
  /** What the signer let the public see. */
  display: "none" | "initials" | "name";
  /** Where the signature counts: "California, 30th district", or the state alone; null when unknown or abroad. */
  place: string | null;
};

/** Who sees what, before anything is approved. */
export function WhoSeesWhat({
  data,
  locale,
  choosing = false,
}: {
  data: WhoSeesWhatData;
  locale: string;
  choosing?: boolean;
}) {
  const t = words(locale);
  const { organization, display, place } = data;
  const organizationSees = !place
    ? t("sees.organization.nowhere")
    : t(choosing ? "sees.organization.choose" : "sees.organization", { place });
  const rows = [
    [t("sees.public"), t(`sees.public.${display}`)],
    [organization, organizationSees],
    [t("sees.offices"), t("sees.offices.what")],
  ];
  return (
    <section aria-labelledby="sees" className="stack">
      <h2 id="sees" className="ruled">
        {t("sees.heading")}
      </h2>
      <dl className="facts">
        {rows.map(([who, what]) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
