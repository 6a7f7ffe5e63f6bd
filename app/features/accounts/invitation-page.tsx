import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { ClosedInvitation, OpenInvitation } from "./invitation.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { words } from "./words.ts";

export interface InvitationPageProps {
  locale: string;
  token: string;
  organization: string;
  invitation: Omit<OpenInvitation, "id">;
  name: string;
  faults: { field: string; sentence: string }[];
}

/** Who is invited as what; a name and a password make the account. */
export function InvitationPage({ locale, token, organization, invitation, name, faults }: InvitationPageProps) {
  const t = words(locale);
  const { email, role, isKnown } = invitation;
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  return (
    <form className="stack stack-lg" method="post" action={pathsIn(locale).invitation(token)} noValidate>
      <ErrorSummary faults={faults} locale={locale} />
      <div className="stack stack-sm">
        <h1>{t(isKnown ? "invitation.title.known" : "invitation.title")}</h1>
        <p>{isKnown ? t("invitation.lead.known") : t(`invitation.lead.${role}`, { organization })}</p>
      </div>
      <div className="fields">
        <TextField
          name="email"
          type="email"
          autoComplete="username"
          label={t("field.email")}
          defaultValue={email}
          readOnly
          locale={locale}
        />
        <TextField
          name="name"
          autoComplete="name"
          label={t("field.name")}
          hint={t("invitation.name.hint")}
          defaultValue={name}
          fault={faultOf("name")}
          dir="auto"
          locale={locale}
        />
        <NewPasswordField fault={faultOf("password")} locale={locale} />
      </div>
      <p>
        <button className="btn">{t(isKnown ? "invitation.submit.known" : "invitation.submit")}</button>
      </p>
    </form>
  );
}

/** The link does nothing any more, or never did. */
export function ClosedInvitationPage({ locale, why }: { locale: string; why: ClosedInvitation }) {
  const t = words(locale);
  return (
    <div className="stack">
      <h1>{t(`invitation.${why}`)}</h1>
      <p className="lead">{t(`invitation.${why}.lead`)}</p>
      <p>
        <a className="btn btn-second" href={pathsIn(locale).signIn()}>
          {t("sign-in.title")}
        </a>
      </p>
    </div>
  );
}
