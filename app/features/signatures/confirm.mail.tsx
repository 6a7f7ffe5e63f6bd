import { renderMail } from "#app/lib/render-mail.server.ts";
import { MailAside, MailButton, MailOrigin, MailShell, MailText } from "#app/ui/mail-shell.tsx";
import { words } from "./words.ts";

/** What a mail with the link says. */
export type LinkMail = {
  organization: string;
  /** Address of the page with the button. */
  link: string;
  /** Days, as the reader writes them: of signing, of the link's end, of the erasure. */
  signed: string;
  until: string;
  erased: string;
  locale: string;
  /** To whoever works on the campaign: says that it is a test, above and below. */
  isTest?: boolean;
};

/** The one mail that a signature needs. Neutral: subject, sender and first lines tell nothing on a lock screen. */
export async function renderConfirmMail(given: LinkMail): Promise<{ subject: string; text: string; html: string }> {
  const parts = await renderMail(<ConfirmMail {...given} />);
  return { subject: subjectOf(given), ...parts };
}

function subjectOf({ locale, isTest = false }: LinkMail): string {
  const t = words(locale);
  return isTest ? t("mail.test.subject", { subject: t("mail.subject") }) : t("mail.subject");
}

function ConfirmMail(given: LinkMail) {
  const { organization, link, signed, until, erased, locale, isTest = false } = given;
  const t = words(locale);
  return (
    <MailShell organization={organization} heading={subjectOf(given)} preview={t("mail.preview")} lang={locale}>
      {isTest ? <MailText>{t("mail.test")}</MailText> : null}
      <MailText>{t("mail.asked", { signed })}</MailText>
      <MailText>{t("mail.page")}</MailText>
      <MailButton href={link} copyLabel={t("mail.copy")}>
        {t("mail.button")}
      </MailButton>
      <MailAside>{t("mail.not-you", { until, erased })}</MailAside>
      <MailOrigin>{t("mail.origin", { organization })}</MailOrigin>
    </MailShell>
  );
}

/** For the gallery of mails. */
export const confirmMailExample: LinkMail = {
  organization: "Sample Organization",
  link: "https://redress.example/confirm/demonstration-token",
  signed: "24 November 2026",
  until: "1 December 2026",
  erased: "8 December 2026",
  locale: "en",
};
