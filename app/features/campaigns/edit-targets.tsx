import { formatDate, formatNumber } from "#app/lib/format.ts";
import { Choice } from "#app/ui/choice.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { fieldOf } from "#app/features/campaigns/edit-form.tsx";
import type { PartProps } from "#app/features/campaigns/edit-form.tsx";
import { rowField } from "#app/features/campaigns/part-form.ts";
import type { LettersByPlace, Reach } from "#app/features/campaigns/reach.ts";
import { words } from "#app/features/campaigns/words.ts";

export type TargetsShown = {
  /** One for each row of the form. */
  targets: { name: string; detail: string; reach: Reach }[];
  /** What can be added: the value of a rule, and what it is called. */
  addable: { value: string; label: string }[];
  byPlace: LettersByPlace;
  /** ISO day of the directory. */
  asOf: string;
};

/** Who is written to, by rules: whom each reaches now and how, and what the page says of them. */
export function EditTargets(props: PartProps & { shown: TargetsShown }) {
  const { locale, shown } = props;
  const t = words(locale);
  const field = fieldOf(props);
  return (
    <>
      <section className="stack" aria-labelledby="rules">
        <div className="row-between">
          <h2 id="rules">{t("edit.targets")}</h2>
          <p className="meta">
            {t("edit.targets.asOf", { date: formatDate(locale, new Date(`${shown.asOf}T00:00:00Z`)) })}
          </p>
        </div>
        <p className="muted narrow">{t("edit.targets.lead")}</p>
        {shown.targets.length > 0 ? <ReachTable locale={locale} shown={shown} /> : <p>{t("edit.targets.none")}</p>}
      </section>
      {shown.targets.map(({ name }, index) => (
        <fieldset key={name} id={rowField("target", index + 1)} className="fields hair">
          <legend className="legend">{name}</legend>
          <input type="hidden" {...hidden(props, rowField("targetRule", index + 1))} />
          <TextField {...field(rowField("targetName", index + 1))} label={t("edit.target.name")} />
          <TextArea
            {...field(rowField("targetCan", index + 1))}
            label={t("edit.target.can")}
            hint={t("edit.target.can.hint")}
            rows={2}
            isLow
          />
          <Choice
            type="checkbox"
            id={rowField("targetDrop", index + 1)}
            name={rowField("targetDrop", index + 1)}
            value="on"
            label={t("edit.target.drop", { name })}
          />
        </fieldset>
      ))}
      {shown.addable.length > 0 ? (
        <SelectField
          name="add"
          locale={locale}
          label={t("edit.targets.add")}
          defaultValue=""
          options={[{ value: "", label: t("edit.targets.add.none") }, ...shown.addable]}
        />
      ) : null}
      <section className="stack" aria-labelledby="words">
        <h2 id="words">{t("edit.targets.words")}</h2>
        <TextField {...field("audience")} label={t("edit.audience")} hint={t("edit.audience.hint")} maxLength={120} />
        <TextArea {...field("abroad")} label={t("edit.abroad")} hint={t("edit.abroad.hint")} rows={2} isLow />
      </section>
      <WhoWrites locale={locale} byPlace={shown.byPlace} />
    </>
  );
}

function hidden({ values }: PartProps, name: string) {
  return { name, defaultValue: values[name] ?? "" };
}

function ReachTable({ locale, shown }: { locale: string; shown: TargetsShown }) {
  const t = words(locale);
  const columns = ["reaches", "email", "form", "other"] as const;
  return (
    <table className="table table-cards">
      <caption className="sr">{t("edit.reach")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("edit.reach.rule")}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="n">
              {t(`edit.reach.${column}`)}
            </th>
          ))}
          <th scope="col">{t("edit.reach.gaps")}</th>
        </tr>
      </thead>
      <tbody>
        {shown.targets.map(({ name, detail, reach }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <br />
              <span className="meta">{detail}</span>
            </th>
            {columns.map((column) => (
              <td key={column} className="n" data-label={t(`edit.reach.${column}`)}>
                {formatNumber(locale, reach[column])}
              </td>
            ))}
            <td data-label={t("edit.reach.gaps")}>{gaps(locale, reach)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function gaps(locale: string, { vacant, told, reaches }: Reach): string {
  const t = words(locale);
  if (reaches === 0) return t("edit.reach.gone");
  if (vacant > 0) return t("edit.reach.vacant", { n: vacant });
  return told > 0 ? t("edit.reach.told") : t("edit.reach.none");
}

function WhoWrites({ locale, byPlace }: { locale: string; byPlace: LettersByPlace }) {
  const t = words(locale);
  return (
    <section className="stack" aria-labelledby="who">
      <h2 id="who">{t("edit.who")}</h2>
      <div className="table-wrap">
        <table className="table">
          <caption className="sr">{t("edit.who.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("edit.who.place")}</th>
              <th scope="col" className="n">
                {t("edit.who.letters")}
              </th>
            </tr>
          </thead>
          <tbody>
            {(["state", "vacant", "delegate", "abroad"] as const).map((place) => (
              <tr key={place}>
                <th scope="row">{t(`edit.who.${place}`)}</th>
                <td className="n">{formatNumber(locale, byPlace[place])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
