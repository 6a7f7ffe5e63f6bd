import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { words } from "./words.ts";

export interface SecondFactorPageProps {
  locale: string;
  kind: "app" | "recovery";
  next: string | null;
  isRefused: boolean;
}

/** The code of the second factor, from the app or from the paper with the recovery codes. */
export function SecondFactorPage({ locale, kind, next, isRefused }: SecondFactorPageProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const fault = isRefused ? t("second-factor.refused") : undefined;
  const other = kind === "app" ? "recovery" : "app";
  return (
    <form className="stack stack-lg" method="post" action={paths.signInSecondFactor()} noValidate>
      <ErrorSummary faults={fault ? [{ field: "code", sentence: fault }] : []} locale={locale} />
      <div className="stack stack-sm">
        <h1>{t(`second-factor.title.${kind}`)}</h1>
        <p className="muted">{t(`second-factor.lead.${kind}`)}</p>
      </div>
      <TextField
        name="code"
        label={t(`second-factor.code.${kind}`)}
        width={kind === "app" ? "w-10 code" : "w-20 code"}
        inputMode={kind === "app" ? "numeric" : "text"}
        autoComplete="one-time-code"
        spellCheck={false}
        fault={fault}
        locale={locale}
      />
      <input type="hidden" name="kind" value={kind} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <p className="row">
        <button className="btn">{t("second-factor.submit")}</button>
        <a className="small" href={paths.signInSecondFactor(next ?? undefined, other)}>
          {t(`second-factor.use.${other}`)}
        </a>
      </p>
      <p className="small muted">
        {t("second-factor.again")} <a href={paths.signIn(next ?? undefined)}>{t("sign-in.title")}</a>.
      </p>
    </form>
  );
}
