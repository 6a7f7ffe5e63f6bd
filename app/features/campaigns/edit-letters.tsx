import { formatNumber } from "#app/lib/format.ts";
import { Choice } from "#app/ui/choice.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { templateFields } from "#app/features/letters/template.ts";
import { documentLimits as most } from "#app/features/campaigns/campaign-document.ts";
import { fieldOf } from "#app/features/campaigns/edit-form.tsx";
import type { PartProps } from "#app/features/campaigns/edit-form.tsx";
import { rowField } from "#app/features/campaigns/part-form.ts";
import { words } from "#app/features/campaigns/words.ts";

export type LettersShown = {
  /** One for each row of the form: a kind of reader, or one office alone. */
  readers: {
    audience: string;
    name: string;
    acts: { value: string; label: string }[];
    reaches: number;
    faults: number;
  }[];
  /** Offices that share their kind's words and could have their own. */
  offices: { value: string; label: string }[];
};

/** One common text that supporters edit, and for each kind of reader what it is asked. */
export function EditLetters(props: PartProps & { shown: LettersShown }) {
  const { locale, values, shown } = props;
  const t = words(locale);
  const field = fieldOf(props);
  return (
    <>
      <section className="stack" aria-labelledby="letters">
        <h2 id="letters">{t("edit.letters")}</h2>
        <p className="muted narrow">{t("edit.letters.lead")}</p>
        <Choice
          type="checkbox"
          id="hasLetters"
          name="hasLetters"
          value="on"
          defaultChecked={values.hasLetters === "on"}
          label={t("edit.hasLetters")}
          hint={t("edit.hasLetters.hint")}
        />
        <TextArea
          {...field("common")}
          label={t("edit.common")}
          hint={t("edit.common.hint", { most: formatNumber(locale, most.common) })}
          rows={10}
          spellCheck
        />
      </section>
      <section className="stack" aria-labelledby="kinds">
        <h2 id="kinds">{t("edit.readers")}</h2>
        {shown.readers.length > 0 ? <Readers locale={locale} shown={shown} /> : <p>{t("edit.readers.none")}</p>}
        <details className="fold">
          <summary>{t("edit.fields")}</summary>
          <div className="body">
            <p>{t("edit.fields.lead")}</p>
            <ul>
              {Object.entries(templateFields).flatMap(([noun, names]) =>
                names.map((name) => (
                  <li key={`${noun}.${name}`}>
                    <code>{`{{ ${noun}.${name} }}`}</code>
                  </li>
                )),
              )}
            </ul>
          </div>
        </details>
      </section>
      {shown.readers.map(({ audience, name, acts }, index) => (
        <fieldset key={audience} id={`letter-${audience}`} className="fields hair">
          <legend className="legend">{name}</legend>
          <input type="hidden" name={rowField("letterAudience", index + 1)} defaultValue={audience} />
          <SelectField {...field(rowField("letterAct", index + 1))} label={t("edit.letter.act")} options={acts} />
          <TextField
            {...field(rowField("letterSubject", index + 1))}
            label={t("edit.letter.subject")}
            maxLength={200}
            autoComplete="off"
          />
          <TextArea
            {...field(rowField("letterText", index + 1))}
            label={t("edit.letter.text")}
            hint={t("edit.letter.text.hint")}
            rows={5}
            spellCheck
          />
          <TextField
            {...field(rowField("letterSummary", index + 1))}
            label={t("edit.letter.summary")}
            hint={t("edit.letter.summary.hint")}
            maxLength={200}
            autoComplete="off"
          />
        </fieldset>
      ))}
      {shown.offices.length > 0 ? (
        <SelectField
          name="addOffice"
          locale={locale}
          label={t("edit.letters.office")}
          defaultValue=""
          options={[{ value: "", label: t("edit.letters.office.none") }, ...shown.offices]}
        />
      ) : null}
    </>
  );
}

function Readers({ locale, shown }: { locale: string; shown: LettersShown }) {
  const t = words(locale);
  return (
    <div className="table-wrap">
      <table className="table table-cards">
        <caption className="sr">{t("edit.readers.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("edit.readers.kind")}</th>
            <th scope="col" className="n">
              {t("edit.reach.reaches")}
            </th>
            <th scope="col">{t("edit.readers.checked")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.readers.map(({ audience, name, reaches, faults }) => (
            <tr key={audience}>
              <th scope="row">
                <a href={`#letter-${audience}`}>{name}</a>
              </th>
              <td className="n" data-label={t("edit.reach.reaches")}>
                {formatNumber(locale, reaches)}
              </td>
              <td data-label={t("edit.readers.checked")}>
                <span className={faults > 0 ? "tag tag-danger" : "tag tag-good"}>
                  {t("edit.readers.faults", { n: faults })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
