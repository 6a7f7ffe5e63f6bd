import { formatDate } from "#app/lib/format.ts";
import { renderMail } from "#app/lib/render-mail.server.ts";
import { MailAside, MailButton, MailOrigin, MailShell, MailText } from "#app/ui/mail-shell.tsx";
import { words } from "./words.ts";

/** What a mail with the link says. */
export type LinkMail = {
  organization: string;
  /** Address of the page with the button. */
  link: string;
  signedAt: Date;
  /** When the link stops, and when everything is erased. */
  until: Date;
  erasedAt: Date;
  timeZone: string;
  locale: string;
};

/** The one mail that a signature needs. Neutral: subject, sender and first lines tell nothing on a lock screen. */
export async function renderConfirmMail(given: LinkMail): Promise<{ subject: string; text: string; html: string }> {
  const parts = await renderMail(<ConfirmMail {...given} />);
  return { subject: words(given.locale)("mail.subject"), ...parts };
}

function ConfirmMail({ organization, link, signedAt, until, erasedAt, timeZone, locale }: LinkMail) {
  const t = words(locale);
  const day = (at: Date) => formatDate(locale, at, timeZone);
  return (
    <MailShell organization={organization} heading={t("mail.subject")} preview={t("mail.preview")} lang={locale}>
      <MailText>{t("mail.asked", { signed: day(signedAt) })}</MailText>
      <MailText>{t("mail.page")}</MailText>
      <MailButton href={link} copyLabel={t("mail.copy")}>
        {t("mail.button")}
      </MailButton>
      <MailAside>{t("mail.not-you", { until: day(until), erased: day(erasedAt) })}</MailAside>
      <MailOrigin>{t("mail.origin", { organization })}</MailOrigin>
    </MailShell>
  );
}

/** For the gallery of mails. */
export const confirmMailExample: LinkMail = {
  organization: "Sample Organization",
  link: "https://redress.example/confirm/demonstration-token",
  signedAt: new Date("2026-11-24T12:00:00Z"),
  until: new Date("2026-12-01T12:00:00Z"),
  erasedAt: new Date("2026-12-08T12:00:00Z"),
  timeZone: "UTC",
  locale: "en",
};
