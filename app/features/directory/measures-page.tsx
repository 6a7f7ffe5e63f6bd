import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { MeasureFields, fieldOf } from "./measure-fields.tsx";
import type { MeasureFormProps } from "./measure-fields.tsx";
import { measureRef, measureTypes } from "./measure.ts";
import type { ListedMeasure } from "./measure.ts";
import { dayText, measureText } from "./measure-text.ts";
import { words } from "./words.ts";

/** The measures that campaigns can name, and the form for one more. */
export function MeasuresPage({ measures, ...form }: MeasureFormProps & { measures: ListedMeasure[] }) {
  const { locale, faults } = form;
  const t = words(locale);
  const field = fieldOf(form);
  return (
    <>
      <p className="muted narrow">{t("measures.lead")}</p>
      {measures.length === 0 ? <p>{t("measures.none")}</p> : <MeasureTable locale={locale} measures={measures} />}
      <form className="stack stack-lg" method="post" action={pathsIn(locale).measures()} noValidate>
        <ErrorSummary faults={faults} locale={locale} />
        <section className="fields" aria-labelledby="add">
          <h2 id="add">{t("measures.add")}</h2>
          <TextField
            {...field("congress")}
            label={t("field.congress")}
            hint={t("field.congress.hint")}
            inputMode="numeric"
            width="w-5"
            autoComplete="off"
          />
          <div className="pair">
            <SelectField
              {...field("type")}
              label={t("field.type")}
              options={[
                { value: "", label: t("field.type.none") },
                ...Object.entries(measureTypes).map(([value, label]) => ({ value, label })),
              ]}
            />
            <TextField {...field("number")} label={t("field.number")} inputMode="numeric" autoComplete="off" />
          </div>
          <MeasureFields {...form} />
        </section>
        <p>
          <button className="btn btn-small">{t("measures.add.save")}</button>
        </p>
      </form>
    </>
  );
}

function MeasureTable({ locale, measures }: { locale: string; measures: ListedMeasure[] }) {
  const t = words(locale);
  return (
    <table className="table table-cards">
      <caption className="sr">{t("measures.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("measures.measure")}</th>
          <th scope="col">{t("measures.stage")}</th>
          <th scope="col">{t("measures.list")}</th>
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => {
          const text = measureText(locale, measure);
          return (
            <tr key={measure.id}>
              <th scope="row">
                <a href={pathsIn(locale).measure(measureRef(measure))}>
                  {text.name}, {text.congress}
                </a>
                <br />
                <span className="meta">
                  <bdi>{text.title}</bdi>
                </span>
              </th>
              <td data-label={t("measures.stage")}>
                <span>
                  {text.stage}, <span className="meta">{t("measures.as-of", { date: text.asOf })}</span>
                </span>
              </td>
              <td data-label={t("measures.list")}>
                {measure.listAsOf === null
                  ? t("measures.list.none")
                  : t("measures.list.as-of", { date: dayText(locale, measure.listAsOf) })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
