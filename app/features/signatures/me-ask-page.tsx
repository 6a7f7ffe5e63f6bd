import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { words } from "./words.ts";

export interface MeAskPageProps {
  locale: string;
  /** What was typed, and what is wrong with it. */
  email: string;
  fault: string | null;
  /** The database does not answer: the form stays, with what was typed. */
  isDown: boolean;
}

/** Without a link: asks for the address, and mails one to it if there is anything. */
export function MeAskPage({ locale, email, fault, isDown }: MeAskPageProps) {
  const t = words(locale);
  return (
    <form className="narrow stack stack-lg" method="post" action={pathsIn(locale).me()} noValidate>
      <ErrorSummary faults={fault === null ? [] : [{ field: "email", sentence: fault }]} locale={locale} />
      {isDown ? (
        <div className="notice notice-danger" role="alert" tabIndex={-1} autoFocus>
          <h2>{t("me.ask.down")}</h2>
          <p>{t("me.ask.down.lead")}</p>
        </div>
      ) : null}
      <div className="stack">
        <h1>{t("me.headline")}</h1>
        <p className="lead muted">{t("me.ask.lead")}</p>
      </div>
      <TextField
        name="email"
        type="email"
        autoComplete="email"
        spellCheck={false}
        defaultValue={email}
        label={t("me.ask.email")}
        hint={t("me.ask.hint")}
        fault={fault ?? undefined}
        locale={locale}
      />
      <p>
        <button className="btn">{t("me.ask.submit")}</button>
      </p>
    </form>
  );
}

/** After asking: the same for every address. */
export function MeMailedPage({ locale }: { locale: string }) {
  const t = words(locale);
  return (
    <div className="narrow stack">
      <h1>{t("me.mailed")}</h1>
      <p className="lead">{t("me.mailed.lead")}</p>
      <p className="small muted">{t("me.mailed.hint")}</p>
      <p>
        <a href={pathsIn(locale).me()}>{t("me.mailed.again")}</a>
      </p>
    </div>
  );
}

/** A link that opens nothing, or nothing any more because everything was erased. */
export function MeClosedPage({ locale, isErased }: { locale: string; isErased: boolean }) {
  const t = words(locale);
  const paths = pathsIn(locale);
  return (
    <div className="narrow stack">
      <h1>{isErased ? t("confirm.gone") : t("me.lost")}</h1>
      <p className="lead">{isErased ? t("confirm.gone.lead") : t("me.lost.lead")}</p>
      <p>
        {isErased ? (
          <a className="btn btn-second" href={paths.home()}>
            {t("me.none.link")}
          </a>
        ) : (
          <a className="btn" href={paths.me()}>
            {t("me.lost.submit")}
          </a>
        )}
      </p>
    </div>
  );
}
