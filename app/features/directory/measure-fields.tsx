import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { measureStages } from "./measure.ts";
import { words } from "./words.ts";

export type MeasureFormProps = {
  locale: string;
  values: Record<string, string>;
  faults: { field: string; sentence: string }[];
  /** Who can have introduced it: the value of each and the name. */
  members: { value: string; label: string }[];
};

/** What each field of a measure's form needs to know of itself. */
export function fieldOf({ locale, values, faults }: Omit<MeasureFormProps, "members">) {
  return (name: string) => ({
    name,
    locale,
    defaultValue: values[name] ?? "",
    fault: faults.find(({ field }) => field === name)?.sentence,
  });
}

/** The day of which what is given is. */
export function AsOfField(props: Omit<MeasureFormProps, "members">) {
  const t = words(props.locale);
  const field = fieldOf(props)("asOf");
  return <TextField {...field} type="date" width="w-10" label={t("field.asOf")} hint={t("field.asOf.hint")} />;
}

/** What is said of a measure, as of a day. */
export function MeasureFields(props: MeasureFormProps) {
  const t = words(props.locale);
  const field = fieldOf(props);
  return (
    <>
      <TextField {...field("title")} label={t("field.title")} hint={t("field.title.hint")} maxLength={300} dir="auto" />
      <SelectField
        {...field("stage")}
        label={t("field.stage")}
        width="w-20"
        options={measureStages.map((stage) => ({ value: stage, label: t(`measure.stage.${stage}`) }))}
      />
      <SelectField
        {...field("sponsor")}
        label={t("field.sponsor")}
        width="w-20"
        options={[{ value: "", label: t("field.sponsor.none") }, ...props.members]}
      />
      <AsOfField {...props} />
    </>
  );
}
