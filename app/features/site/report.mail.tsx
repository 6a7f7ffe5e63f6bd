import { formatDateTime } from "#app/lib/format.ts";
import { renderMail } from "#app/lib/render-mail.server.ts";
import { MailAside, MailOrigin, MailProse, MailShell, MailText } from "#app/ui/mail-shell.tsx";
import type { Report } from "./report-form.ts";
import { words } from "./words.ts";

type Given = {
  report: Omit<Report, "leaveEmpty">;
  organization: string;
  at: Date;
  locale: string;
};

/** A report as those who run the site get it. Its subject says what it is about, so that the pressing ones come first. */
export async function renderReportMail(given: Given): Promise<{ subject: string; text: string; html: string }> {
  const parts = await renderMail(<ReportMail {...given} />);
  return { subject: words(given.locale)(`report.mail.${given.report.about}`), ...parts };
}

function ReportMail({ report, organization, at, locale }: Given) {
  const t = words(locale);
  const { about, page, what, email } = report;
  return (
    <MailShell
      organization={organization}
      heading={t(`report.mail.${about}`)}
      preview={t("report.mail.preview")}
      lang={locale}
    >
      <MailText>{t(`report.about.${about}`)}</MailText>
      <MailText>{page === "" ? t("report.mail.no-page") : t("report.mail.page", { page })}</MailText>
      <MailProse text={what} dir="auto" />
      <MailAside>{email === null ? t("report.mail.no-answer") : t("report.mail.answer", { email })}</MailAside>
      <MailOrigin>{t("report.mail.origin", { time: formatDateTime(locale, at) })}</MailOrigin>
    </MailShell>
  );
}
