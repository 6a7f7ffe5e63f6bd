import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { QrCode } from "./qr-code.tsx";
import { words } from "./words.ts";

/** The key of an `otpauth://` address, in groups of four to be typed. */
function keyOf(uri: string): string {
  const key = new URL(uri).searchParams.get("secret") ?? "";
  return (key.match(/.{1,4}/g) ?? []).join(" ");
}

/** What the app scans and the codes to keep, both shown this once, then the code that proves the app. */
export function SecondFactorSetUpPage({
  uri,
  recoveryCodes,
  locale,
}: {
  uri: string;
  recoveryCodes: string[];
  locale: string;
}) {
  const t = words(locale);
  return (
    <div className="narrow stack stack-lg">
      <ol className="stack" aria-label={t("set-up.steps")}>
        <li>
          {t("set-up.scan")}
          <div className="row mt-2">
            <QrCode text={uri} label={t("set-up.qr")} /> <span className="link-out">{keyOf(uri)}</span>
          </div>
        </li>
        <li>
          {t("set-up.codes")}
          <ul className="codes mt-2" role="list">
            {recoveryCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </li>
        <li>
          {t("set-up.enter")}
          <div className="mt-2">
            <ConfirmSecondFactor isRefused={false} locale={locale} />
          </div>
        </li>
      </ol>
    </div>
  );
}

/** The code that the app shows. After a wrong one the picture is not shown again: the app has the key. */
export function ConfirmSecondFactor({ isRefused, locale }: { isRefused: boolean; locale: string }) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const fault = isRefused ? t("second-factor.refused") : undefined;
  return (
    <form className="stack" method="post" action={paths.accountSecondFactorConfirm()} noValidate>
      <ErrorSummary faults={fault ? [{ field: "code", sentence: fault }] : []} locale={locale} />
      <TextField
        name="code"
        label={t("second-factor.code.app")}
        width="w-10 code"
        inputMode="numeric"
        autoComplete="one-time-code"
        fault={fault}
        locale={locale}
      />
      <p className="row">
        <button className="btn">{t("set-up.submit")}</button>
        {isRefused ? (
          <a className="small" href={paths.accountSecondFactor()}>
            {t("set-up.begin-again")}
          </a>
        ) : null}
      </p>
    </form>
  );
}
