import { pathsIn } from "#app/lib/paths.ts";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormMark } from "#app/ui/form-mark.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { Wrong } from "#app/ui/field.tsx";
import { EMailLink } from "./e-mail-link.tsx";
import { reportTopics } from "./report-form.ts";
import type { ReportField } from "./report-form.ts";
import { words } from "./words.ts";

export interface ReportPageProps {
  locale: string;
  contactEmail: string;
  values: Partial<Record<ReportField, string>>;
  faults: { field: string; sentence: string }[];
  /** Why nothing was sent just now; the form can be sent again as it stands. */
  notice: "down" | "too-many" | null;
  mark: string | null;
}

/** Tells those who run the site what is wrong; nobody else, and without saying who one is. */
export function ReportPage({ locale, contactEmail, values, faults, notice, mark }: ReportPageProps) {
  const t = words(locale);
  const text = (name: ReportField) => ({
    name,
    locale,
    defaultValue: values[name] ?? "",
    fault: faults.find(({ field }) => field === name)?.sentence,
  });
  const about = faults.find(({ field }) => field === "about")?.sentence;
  return (
    <form className="narrow stack stack-lg" method="post" action={pathsIn(locale).report()} noValidate>
      <FormMark mark={mark} />
      <ErrorSummary faults={faults} locale={locale} />
      {notice ? (
        <div className="notice notice-danger" role="alert" tabIndex={-1} autoFocus>
          <h2>{t(`report.${notice}`)}</h2>
          <p>{t(`report.${notice}.lead`)}</p>
        </div>
      ) : null}
      <div className="stack">
        <h1>{t("report.title")}</h1>
        <p className="lead muted">{t("report.lead")}</p>
      </div>
      <fieldset className={about ? "field-wrong" : undefined} aria-describedby={about ? "about-wrong" : undefined}>
        <legend className="legend">{t("report.about")}</legend>
        {about ? <Wrong name="about" fault={about} locale={locale} /> : null}
        {reportTopics.map((topic, index) => (
          <Choice
            key={topic}
            type="radio"
            name="about"
            id={index === 0 ? "about" : `about-${topic}`}
            value={topic}
            defaultChecked={values.about === topic}
            label={t(`report.about.${topic}`)}
            hint={topic === "risk" ? t("report.about.risk.hint") : undefined}
          />
        ))}
      </fieldset>
      <TextField {...text("page")} label={t("report.page")} autoComplete="off" dir="ltr" />
      <TextArea {...text("what")} label={t("report.what")} hint={t("report.what.hint")} rows={6} dir="auto" />
      <TextField
        {...text("email")}
        type="email"
        autoComplete="email"
        spellCheck={false}
        label={t("report.email")}
        optional={t("report.optional")}
        hint={t("report.email.hint")}
      />
      <div className="sr" aria-hidden="true">
        <label>
          {t("report.leave")} <input name="leaveEmpty" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <p>
        <button className="btn">{notice ? t("error.busy.again") : t("report.submit")}</button>
      </p>
      <p className="meta">
        {t("report.kept")} {t("report.or")} <EMailLink address={contactEmail} />.
      </p>
    </form>
  );
}

/** After a report: what becomes of it. */
export function ReportSentPage({ locale }: { locale: string }) {
  const t = words(locale);
  return (
    <div className="narrow stack">
      <h1>{t("report.sent")}</h1>
      <p className="lead">{t("report.sent.lead")}</p>
      <p>
        <a className="btn btn-second" href={pathsIn(locale).home()}>
          {t("error.home")}
        </a>
      </p>
    </div>
  );
}
