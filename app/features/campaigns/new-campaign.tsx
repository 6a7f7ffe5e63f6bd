import { pathsIn } from "#app/lib/paths.ts";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { Wrong } from "#app/ui/field.tsx";
import { campaignKinds } from "#app/features/campaigns/campaign.ts";
import { documentLimits } from "#app/features/campaigns/campaign-document.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = {
  locale: string;
  values: Record<string, string>;
  faults: { field: string; sentence: string }[];
};

/** What a campaign begins with: its kind and its title, and whether the template's words stand there already. */
export function NewCampaignForm({ locale, values, faults }: Props) {
  const t = words(locale);
  const fault = (name: string) => faults.find(({ field }) => field === name)?.sentence;
  const kindFault = fault("kind");
  return (
    <form method="post" action={pathsIn(locale).organizeNew()} className="stack stack-lg" noValidate>
      <ErrorSummary faults={faults} locale={locale} />
      <fieldset className={kindFault ? "field-wrong" : undefined}>
        <legend className="legend legend-lg">{t("new.kind")}</legend>
        {kindFault ? <Wrong name="kind" fault={kindFault} locale={locale} /> : null}
        {campaignKinds.map((kind, index) => (
          <Choice
            key={kind}
            type="radio"
            name="kind"
            id={index === 0 ? "kind" : `kind-${kind}`}
            value={kind}
            defaultChecked={values.kind === kind}
            label={t(`kind.${kind}`)}
            hint={t(`new.kind.${kind}`)}
          />
        ))}
      </fieldset>
      <TextField
        name="title"
        locale={locale}
        label={t("edit.title")}
        hint={t("edit.title.hint", { most: documentLimits.title })}
        defaultValue={values.title ?? ""}
        fault={fault("title")}
        autoComplete="off"
      />
      <p className="row">
        <button className="btn btn-small">{t("new.template")}</button>
        <button className="btn btn-second btn-small" name="template" value="none">
          {t("new.empty")}
        </button>
      </p>
    </form>
  );
}
