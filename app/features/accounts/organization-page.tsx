import { paths, pathsIn } from "#app/lib/paths.ts";
import { pictureTypes } from "#app/features/blobs/picture.ts";
import { pictureHint } from "#app/features/blobs/words.ts";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { GapsNotice } from "./people-page.tsx";
import type { organizationFields } from "./organization-form.ts";
import type { OrganizationGap, OrganizationPicture } from "./organization.ts";
import { words } from "./words.ts";

type Field = (typeof organizationFields.one)[number];

export interface OrganizationPageProps {
  locale: string;
  values: Partial<Record<Field, string>>;
  picture: OrganizationPicture | null;
  gaps: OrganizationGap[];
  faults: { field: string; sentence: string }[];
  isSaved: boolean;
}

/** Who runs this installation: named on every page and in every mail, and complete before anything is published. */
export function OrganizationPage({ locale, values, picture, gaps, faults, isSaved }: OrganizationPageProps) {
  const t = words(locale);
  const text = (name: Field) => ({
    name,
    locale,
    label: t(`organization.${name}`),
    defaultValue: values[name] ?? "",
    fault: faults.find(({ field }) => field === name)?.sentence,
  });
  return (
    <form
      className="stack stack-lg"
      method="post"
      action={pathsIn(locale).adminOrganization()}
      encType="multipart/form-data"
      noValidate
    >
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
      <section className="stack" aria-labelledby="face">
        <h2 id="face">{t("organization.face")}</h2>
        <div className="fields">
          <TextField {...text("wordMark")} hint={t("organization.wordMark.hint")} autoComplete="off" dir="auto" />
          {picture ? (
            <>
              <img
                className="thumb"
                src={paths.picture(picture.sha256)}
                width={picture.width}
                height={picture.height}
                alt={t("organization.picture.now")}
              />
              <Choice
                type="checkbox"
                id="dropPicture"
                name="dropPicture"
                value="on"
                defaultChecked={values.dropPicture === "on"}
                label={t("organization.dropPicture")}
              />
            </>
          ) : null}
          <FileField
            name="picture"
            locale={locale}
            label={t("organization.picture")}
            hint={`${t("organization.picture.hint")} ${pictureHint(locale)}`}
            accept={pictureTypes}
            fault={faults.find(({ field }) => field === "picture")?.sentence}
          />
        </div>
      </section>
      <p>
        <button className="btn btn-small">{t("organization.save")}</button>
      </p>
    </form>
  );
}
