import { pathsIn } from "#app/lib/paths.ts";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { stepStatuses } from "#app/features/campaigns/campaign.ts";
import { documentLimits as most } from "#app/features/campaigns/campaign-document.ts";
import { fieldOf, rowsShown } from "#app/features/campaigns/edit-form.tsx";
import type { PartProps } from "#app/features/campaigns/edit-form.tsx";
import { rowField } from "#app/features/campaigns/part-form.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = PartProps & {
  sources: { position: number; title: string }[];
  /** What can be named as the measure: the value of each, and what it is called. */
  measures: { value: string; label: string }[];
};

/** What is asked, the points that carry it, and how far the matter has come. */
export function EditAsks(props: Props) {
  const { locale, values, sources, measures } = props;
  const t = words(locale);
  const field = fieldOf(props);
  const sourceOptions = [
    { value: "0", label: t("edit.point.none") },
    ...sources.map(({ position, title }) => ({ value: `${position}`, label: `${position}. ${title.slice(0, 80)}` })),
  ];
  return (
    <>
      <section className="stack" aria-labelledby="asks">
        <h2 id="asks">{t("edit.asks")}</h2>
        <TextArea {...field("askIntro")} label={t("edit.askIntro")} hint={t("edit.askIntro.hint")} rows={2} isLow />
        {rowsShown(values, "ask(?:Text|Short)", 1, most.rows).map((n) => (
          <fieldset key={n} id={rowField("ask", n)} className="fields hair">
            <legend className="legend">{t("edit.ask", { n })}</legend>
            <TextArea {...field(rowField("askText", n))} label={t("edit.ask.text")} rows={2} isLow />
            <TextField
              {...field(rowField("askShort", n))}
              label={t("edit.ask.short")}
              hint={t("edit.ask.short.hint")}
              maxLength={120}
            />
          </fieldset>
        ))}
      </section>
      <section className="stack" aria-labelledby="measure">
        <h2 id="measure">{t("edit.measure")}</h2>
        <p className="muted narrow">{t("edit.measure.hint")}</p>
        <SelectField
          {...field("measureId")}
          label={t("edit.measure")}
          options={[{ value: "", label: t("edit.measure.none") }, ...measures]}
        />
        <p className="small">
          <a href={pathsIn(locale).measures()}>{t("edit.measures")}</a>
        </p>
      </section>
      <section className="stack" aria-labelledby="points">
        <h2 id="points">{t("edit.points")}</h2>
        <p className="muted narrow">{t("edit.points.lead")}</p>
        {rowsShown(values, "pointText", 2, most.rows).map((n) => (
          <fieldset key={n} id={rowField("point", n)} className="fields hair">
            <legend className="legend">{t("edit.point", { n })}</legend>
            <TextArea {...field(rowField("pointText", n))} label={t("edit.point.text")} rows={2} isLow />
            <SelectField
              {...field(rowField("pointSource", n))}
              label={t("edit.point.source")}
              options={sourceOptions}
            />
          </fieldset>
        ))}
      </section>
      <section className="stack" aria-labelledby="steps">
        <h2 id="steps">{t("edit.steps")}</h2>
        <p className="muted narrow">{t("edit.steps.lead")}</p>
        {rowsShown(values, "step(?:Title|Detail)", 1, most.rows).map((n) => (
          <fieldset key={n} id={rowField("step", n)} className="fields hair">
            <legend className="legend">{t("edit.step", { n })}</legend>
            <div className="pair">
              <SelectField
                {...field(rowField("stepStatus", n))}
                defaultValue={values[rowField("stepStatus", n)] || "next"}
                label={t("edit.step.status")}
                options={stepStatuses.map((status) => ({ value: status, label: t(`edit.step.status.${status}`) }))}
              />
              <TextField {...field(rowField("stepTitle", n))} label={t("edit.step.title")} />
            </div>
            <TextField {...field(rowField("stepDetail", n))} label={t("edit.step.detail")} />
          </fieldset>
        ))}
      </section>
    </>
  );
}
