import { pathsIn } from "#app/lib/paths.ts";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { Wrong } from "#app/ui/field.tsx";
import { outcomes } from "#app/features/campaigns/campaign.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = {
  locale: string;
  slug: string;
  version: number;
  values: Record<string, string>;
  faults: { field: string; sentence: string }[];
  isOvertaken: boolean;
};

/** How it ended. It cannot be opened again, so the page says what stays and what stops. */
export function ClosePage({ locale, slug, version, values, faults, isOvertaken }: Props) {
  const t = words(locale);
  const fault = faults.find(({ field }) => field === "outcome")?.sentence;
  return (
    <form className="narrow stack stack-lg" method="post" action={pathsIn(locale).organizeClose(slug)} noValidate>
      <ErrorSummary faults={faults} locale={locale} />
      {isOvertaken ? (
        <div className="notice notice-danger" role="alert" tabIndex={-1} autoFocus>
          <p>{t("close.overtaken")}</p>
        </div>
      ) : null}
      <div className="stack">
        <h2>{t("close.title")}</h2>
        <p className="lead muted">{t("close.lead")}</p>
      </div>
      <input type="hidden" name="version" value={version} />
      <fieldset className={fault ? "field-wrong" : undefined}>
        <legend className="legend">{t("close.outcome")}</legend>
        {fault ? <Wrong name="outcome" fault={fault} locale={locale} /> : null}
        {outcomes.map((outcome, index) => (
          <Choice
            key={outcome}
            type="radio"
            name="outcome"
            id={index === 0 ? "outcome" : `outcome-${outcome}`}
            value={outcome}
            defaultChecked={values.outcome === outcome}
            label={t(`outcome.${outcome}`)}
            hint={t(`outcome.${outcome}.hint`)}
          />
        ))}
      </fieldset>
      <TextArea
        name="note"
        locale={locale}
        label={t("close.note")}
        hint={t("close.note.hint")}
        defaultValue={values.note ?? ""}
        fault={faults.find(({ field }) => field === "note")?.sentence}
        rows={3}
        isLow
      />
      <p className="row">
        <button className="btn btn-danger">{t("close.button")}</button>
        <a href={pathsIn(locale).organizePublish(slug)}>{t("close.not")}</a>
      </p>
    </form>
  );
}
