import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { words } from "./words.ts";

export interface SignInPageProps {
  locale: string;
  email: string;
  /** The way back. */
  next: string | null;
  isRefused: boolean;
  /** Under which name browsers keep passkeys of this site. */
  passkeyHost: string;
  /** Said above the form: why somebody is here. */
  notice?: "signed-out" | "accepted" | null;
}

/** Address and password. One sentence for all that can be wrong with them: it tells nobody whether an account exists. */
export function SignInPage({ locale, email, next, isRefused, passkeyHost, notice = null }: SignInPageProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  return (
    <>
      <form className="stack stack-lg" method="post" action={paths.signIn()} noValidate>
        <ErrorSummary faults={isRefused ? [{ field: "email", sentence: t("sign-in.refused") }] : []} locale={locale} />
        {notice ? (
          <div className="notice">
            <p>{t(`sign-in.${notice}`)}</p>
          </div>
        ) : null}
        <div className="stack stack-sm">
          <h1>{t("sign-in.title")}</h1>
          <p className="muted">
            {t("sign-in.lead")} <a href={paths.me()}>{t("sign-in.supporters")}</a>.
          </p>
        </div>
        <div className="fields">
          <TextField
            name="email"
            type="email"
            autoComplete="username"
            spellCheck={false}
            label={t("field.email")}
            defaultValue={email}
            locale={locale}
          />
          <TextField
            name="password"
            type="password"
            autoComplete="current-password"
            label={t("field.password")}
            locale={locale}
          />
        </div>
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <p>
          <button className="btn">{t("sign-in.submit")}</button>
        </p>
      </form>
      {/* Shown by passkey.client.ts, where the browser has passkeys. */}
      <form
        className="stack stack-sm mt-4"
        method="post"
        action={paths.signInPasskey()}
        hidden
        data-passkey="sign-in"
        data-host={passkeyHost}
        data-failed={t("passkey.failed")}
      >
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <p>
          <button className="btn btn-second">{t("sign-in.passkey")}</button>
        </p>
        <p className="wrong" role="alert" data-passkey-told />
      </form>
      <p className="small muted mt-4">{t("sign-in.forgotten")}</p>
    </>
  );
}
