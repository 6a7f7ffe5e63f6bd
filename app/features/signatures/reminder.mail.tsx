import { renderMail } from "#app/lib/render-mail.server.ts";
import { MailAside, MailButton, MailOrigin, MailShell, MailText } from "#app/ui/mail-shell.tsx";
import { confirmMailExample } from "./confirm.mail.tsx";
import type { LinkMail } from "./confirm.mail.tsx";
import { words } from "./words.ts";

/** The one reminder, with its reason and its end. As neutral on a lock screen as the mail that it reminds of. */
export async function renderReminderMail(given: LinkMail): Promise<{ subject: string; text: string; html: string }> {
  const parts = await renderMail(<ReminderMail {...given} />);
  return { subject: words(given.locale)("mail.remind.subject"), ...parts };
}

function ReminderMail({ organization, link, signed, until, erased, locale }: LinkMail) {
  const t = words(locale);
  const [heading, preview] = [t("mail.remind.subject"), t("mail.remind.preview")];
  return (
    <MailShell organization={organization} heading={heading} preview={preview} lang={locale}>
      <MailText>{t("mail.remind.asked", { signed })}</MailText>
      <MailText>{t("mail.remind.once", { until, erased })}</MailText>
      <MailButton href={link} copyLabel={t("mail.copy")}>
        {t("mail.button")}
      </MailButton>
      <MailAside>{t("mail.remind.not-you")}</MailAside>
      <MailOrigin>{t("mail.origin", { organization })}</MailOrigin>
    </MailShell>
  );
}

/** For the gallery of mails. */
export const reminderMailExample: LinkMail = { ...confirmMailExample, until: "3 December 2026" };
