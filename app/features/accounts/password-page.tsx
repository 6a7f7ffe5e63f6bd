import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { words } from "./words.ts";

interface Faults {
  faults: { field: string; sentence: string }[];
  locale: string;
}

/** The current password and the one to come. */
export function PasswordForm({ faults, email, locale }: Faults & { email: string }) {
  const t = words(locale);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  return (
    <form className="narrow stack stack-lg" method="post" action={pathsIn(locale).accountPassword()} noValidate>
      <ErrorSummary faults={faults} locale={locale} />
      <p className="muted">{t("account.password.lead")}</p>
      <div className="fields">
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          name="current"
          type="password"
          autoComplete="current-password"
          label={t("account.password.current")}
          fault={faultOf("current")}
          locale={locale}
        />
        <NewPasswordField fault={faultOf("password")} locale={locale} />
      </div>
      <p>
        <button className="btn">{t("account.password.submit")}</button>
      </p>
    </form>
  );
}

/** Asks for the password before the second factor is set up or turned off. */
export function SecondFactorGate({
  what,
  isRefused,
  locale,
}: {
  what: "set-up" | "off";
  isRefused: boolean;
  locale: string;
}) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const fault = isRefused ? t("fault.password-wrong") : undefined;
  return (
    <form
      className="narrow stack stack-lg"
      method="post"
      action={what === "set-up" ? paths.accountSecondFactor() : paths.accountSecondFactorOff()}
      noValidate
    >
      <ErrorSummary faults={fault ? [{ field: "password", sentence: fault }] : []} locale={locale} />
      <p className="muted">{t(`account.second-factor.${what}.lead`)}</p>
      <TextField
        name="password"
        type="password"
        autoComplete="current-password"
        label={t("field.password")}
        fault={fault}
        locale={locale}
      />
      <p>
        <button className={what === "off" ? "btn btn-danger" : "btn"}>
          {t(`account.second-factor.${what}.submit`)}
        </button>
      </p>
    </form>
  );
}
