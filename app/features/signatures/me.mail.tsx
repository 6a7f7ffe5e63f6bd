import { formatDateTime } from "#app/lib/format.ts";
import { renderMail } from "#app/lib/render-mail.server.ts";
import { MailAside, MailButton, MailOrigin, MailShell, MailText } from "#app/ui/mail-shell.tsx";
import { words } from "./words.ts";

type Given = {
  organization: string;
  /** Address of the page that the link opens. */
  link: string;
  until: Date;
  locale: string;
};

/** The mail that `/me` sends. Neutral, like every mail of ours: a lock screen tells nothing of what was signed. */
export async function renderMeMail(given: Given): Promise<{ subject: string; text: string; html: string }> {
  const parts = await renderMail(<MeMail {...given} />);
  return { subject: words(given.locale)("mail.me.subject"), ...parts };
}

function MeMail({ organization, link, until, locale }: Given) {
  const t = words(locale);
  // The address of an organization says nothing of where its reader is: UTC, named.
  const time = formatDateTime(locale, until);
  return (
    <MailShell organization={organization} heading={t("mail.me.subject")} preview={t("mail.me.preview")} lang={locale}>
      <MailText>{t("mail.me.asked")}</MailText>
      <MailText>{t("mail.me.until", { time })}</MailText>
      <MailButton href={link} copyLabel={t("mail.copy")}>
        {t("mail.button")}
      </MailButton>
      <MailAside>{t("mail.me.not-you")}</MailAside>
      <MailOrigin>{t("mail.origin", { organization })}</MailOrigin>
    </MailShell>
  );
}

/** For the gallery of mails. */
export const meMailExample: Given = {
  organization: "Sample Organization",
  link: "https://redress.example/me/demonstration-token",
  until: new Date("2026-11-24T12:30:00Z"),
  locale: "en",
};
