import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { fieldOf } from "#app/features/campaigns/edit-form.tsx";
import type { PartProps } from "#app/features/campaigns/edit-form.tsx";
import { words } from "#app/features/campaigns/words.ts";

type Props = PartProps & { timeZones: string[] };

/** The goal, and when it opens and closes by the clocks of one zone. */
export function EditDates(props: Props) {
  const { locale, timeZones } = props;
  const t = words(locale);
  const field = fieldOf(props);
  return (
    <>
      <section className="stack" aria-labelledby="goal-head">
        <h2 id="goal-head">{t("edit.goal.head")}</h2>
        <TextField
          {...field("goal")}
          label={t("edit.goal")}
          hint={t("edit.goal.hint")}
          inputMode="numeric"
          width="w-10"
          autoComplete="off"
        />
      </section>
      <section className="stack" aria-labelledby="dates-head">
        <h2 id="dates-head">{t("edit.dates")}</h2>
        <p className="muted narrow">{t("edit.dates.lead")}</p>
        <SelectField
          {...field("timeZone")}
          label={t("edit.zone")}
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          width="w-20"
        />
        <fieldset className="fields">
          <legend className="legend">{t("edit.opens")}</legend>
          <p className="hint">{t("edit.opens.hint")}</p>
          <div className="pair">
            <TextField {...field("opensDay")} type="date" label={t("edit.day")} />
            <TextField {...field("opensTime")} type="time" label={t("edit.time")} />
          </div>
        </fieldset>
        <fieldset className="fields">
          <legend className="legend">{t("edit.closes")}</legend>
          <p className="hint">{t("edit.closes.hint")}</p>
          <div className="pair">
            <TextField {...field("closesDay")} type="date" label={t("edit.day")} />
            <TextField {...field("closesTime")} type="time" label={t("edit.time")} />
          </div>
        </fieldset>
      </section>
    </>
  );
}
