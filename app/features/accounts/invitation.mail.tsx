import { formatDateTime } from "#app/lib/format.ts";
import { renderMail } from "#app/lib/render-mail.server.ts";
import { MailAside, MailButton, MailOrigin, MailShell, MailText } from "#app/ui/mail-shell.tsx";
import type { Role } from "./account.ts";
import { words } from "./words.ts";

type Given = {
  organization: string;
  /** Who invites, by name. */
  inviter: string;
  role: Role;
  link: string;
  until: Date;
  locale: string;
};

/** The mail that brings the link to an account. */
export async function renderInvitationMail(given: Given): Promise<{ subject: string; text: string; html: string }> {
  const parts = await renderMail(<InvitationMail {...given} />);
  return { subject: words(given.locale)("mail.subject", { organization: given.organization }), ...parts };
}

function InvitationMail({ organization, inviter, role, link, until, locale }: Given) {
  const t = words(locale);
  const heading = t("mail.subject", { organization });
  return (
    <MailShell organization={organization} heading={heading} preview={t("mail.preview")} lang={locale}>
      <MailText>{t(`mail.invited.${role}`, { inviter, organization })}</MailText>
      <MailText>{t("mail.until", { time: formatDateTime(locale, until) })}</MailText>
      <MailButton href={link} copyLabel={t("mail.copy")}>
        {t("mail.button")}
      </MailButton>
      <MailAside>{t("mail.not-you")}</MailAside>
      <MailOrigin>{t("mail.origin", { organization })}</MailOrigin>
    </MailShell>
  );
}
