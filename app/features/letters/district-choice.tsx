import { joinList } from "#app/lib/format.ts";
import { words } from "./words.ts";

/** A split postal code: the districts to choose from. Nothing is preselected; not to know is an answer too. */
export type DistrictChoiceData = {
  postalCode: string;
  choices: { divisionId: string; name: string; district: string }[];
  /** What the writer chose before: a division's id, "" for "I do not know", null for nothing yet. */
  chosen: string | null;
  /** Who gets letters in any case, by name. */
  others: string[];
};

const houseLookUp = "https://www.house.gov/representatives/find-your-representative";

/** "Who represents you in the House?" */
export function DistrictChoice({ data, locale }: { data: DistrictChoiceData; locale: string }) {
  const t = words(locale);
  const { postalCode, choices, chosen, others } = data;
  const unknownHint =
    others.length > 0
      ? t("district.unknown.hint", { others: joinList(locale, others) })
      : t("district.unknown.hint.none");
  const [before = "", after = ""] = t("district.split", { n: choices.length, postalCode: "<zip>" }).split("<zip>");
  const [beforeLink = "", afterLink = ""] = t("district.look-up").split("<link>");
  const rows = [
    ...choices.map((one) => ({ value: one.divisionId, label: one.name, hint: one.district })),
    { value: "", label: t("district.unknown"), hint: unknownHint },
  ];
  return (
    <section aria-labelledby="district" className="stack">
      <h2 id="district" className="ruled">
        {t("district.heading")}
      </h2>
      <div className="notice">
        <p>
          {before}
          <span className="num">{postalCode}</span>
          {after}
        </p>
      </div>
      <fieldset aria-describedby="district-recorded">
        <legend className="legend">{t("district.legend")}</legend>
        {rows.map(({ value, label, hint }, index) => (
          <div className="choice" key={value}>
            <input
              type="radio"
              name="division"
              id={`division-${index + 1}`}
              value={value}
              defaultChecked={chosen === value}
            />
            <label htmlFor={`division-${index + 1}`}>
              {label} <span className="hint">{hint}</span>
            </label>
          </div>
        ))}
      </fieldset>
      <p className="small">
        {beforeLink}
        <a href={houseLookUp} rel="external noreferrer">
          {t("district.look-up.link")}
        </a>
        {afterLink}
      </p>
      <p className="meta" id="district-recorded">
        {t("district.recorded")}
      </p>
    </section>
  );
}
