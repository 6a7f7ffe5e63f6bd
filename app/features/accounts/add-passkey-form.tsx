import { pathsIn } from "#app/lib/paths.ts";
import { TextField } from "#app/ui/text-field.tsx";
import { words } from "./words.ts";

interface AddPasskeyProps {
  locale: string;
  email: string;
  /** Under which name browsers keep passkeys of this site. */
  host: string;
  /** Where the site is at home. */
  site: string;
}

/** Adding a passkey needs the browser's own dialogue: passkey.client.ts shows the form where there is one. */
export function AddPasskeyForm({ locale, email, host, site }: AddPasskeyProps) {
  const t = words(locale);
  return (
    <>
      <p className="narrow" data-passkey-unsupported>
        {t("passkey.unsupported", { site })}
      </p>
      <form
        className="narrow stack stack-lg"
        method="post"
        action={pathsIn(locale).accountPasskeyAdd()}
        noValidate
        hidden
        data-passkey="add"
        data-host={host}
        data-failed={t("passkey.failed")}
      >
        <p className="muted">{t("passkey.lead")}</p>
        <div className="fields">
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <TextField
            name="name"
            label={t("passkey.name")}
            hint={t("passkey.name.hint")}
            autoComplete="off"
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
        <p className="wrong" role="alert" data-passkey-told />
        <p>
          <button className="btn">{t("passkey.submit")}</button>
        </p>
      </form>
    </>
  );
}
