import { pathsIn } from "#app/lib/paths.ts";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { GapsNotice } from "./people-page.tsx";
import type { organizationFields } from "./organization-form.ts";
import type { OrganizationGap } from "./organization.ts";
import { words } from "./words.ts";

type Field = (typeof organizationFields.one)[number];

export interface OrganizationPageProps {
  locale: string;
  values: Partial<Record<Field, string>>;
  gaps: OrganizationGap[];
  faults: { field: string; sentence: string }[];
  isSaved: boolean;
}

/** Who runs this installation: named on every page and in every mail, and complete before anything is published. */
export function OrganizationPage({ locale, values, gaps, faults, isSaved }: OrganizationPageProps) {
  const t = words(locale);
  const text = (name: Field) => ({
    name,
    locale,
    label: t(`organization.${name}`),
    defaultValue: values[name] ?? "",
    fault: faults.find(({ field }) => field === name)?.sentence,
  });
  return (
    <form className="stack stack-lg" method="post" action={pathsIn(locale).adminOrganization()} noValidate>
      <ErrorSummary faults={faults} locale={locale} />
      {isSaved ? (
        <div className="notice" role="status">
          <p>{t("organization.saved")}</p>
        </div>
      ) : null}
      <GapsNotice gaps={gaps} locale={locale} />
      <div className="two">
        <div className="fields">
          <TextField {...text("name")} autoComplete="organization" dir="auto" />
          <TextArea {...text("postalAddress")} rows={3} dir="auto" autoComplete="street-address" />
          <TextField {...text("languages")} hint={t("organization.languages.hint")} autoComplete="off" />
        </div>
        <div className="fields">
          <TextField {...text("contactEmail")} type="email" autoComplete="email" spellCheck={false} />
          <TextField {...text("privacyEmail")} type="email" autoComplete="email" spellCheck={false} />
        </div>
      </div>
      <fieldset>
        <legend className="legend">{t("organization.hasPrincipal")}</legend>
        {(["no", "yes"] as const).map((answer) => (
          <Choice
            key={answer}
            type="radio"
            name="hasPrincipal"
            id={answer === "no" ? "principal-no" : "principal-yes"}
            value={answer}
            defaultChecked={values.hasPrincipal === answer}
            label={t(`organization.hasPrincipal.${answer}`)}
            hint={answer === "yes" ? t("organization.hasPrincipal.yes.hint") : undefined}
          />
        ))}
      </fieldset>
      <TextField {...text("principal")} hint={t("organization.principal.hint")} autoComplete="off" dir="auto" />
      <fieldset>
        <legend className="legend">{t("organization.publishing")}</legend>
        <Choice
          type="checkbox"
          name="secondPerson"
          id="secondPerson"
          value="on"
          defaultChecked={values.secondPerson === "on"}
          label={t("organization.secondPerson")}
          hint={t("organization.secondPerson.hint")}
        />
      </fieldset>
      <p>
        <button className="btn btn-small">{t("organization.save")}</button>
      </p>
    </form>
  );
}
