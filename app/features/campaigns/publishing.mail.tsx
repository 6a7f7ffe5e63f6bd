import { formatDateTime } from "#app/lib/format.ts";
import { renderMail } from "#app/lib/render-mail.server.ts";
import { MailAside, MailButton, MailOrigin, MailShell, MailText } from "#app/ui/mail-shell.tsx";
import { words } from "#app/features/campaigns/words.ts";

type Given = {
  organization: string;
  /** Who asked, by name. */
  asker: string;
  title: string;
  publishAt: Date;
  timeZone: string;
  /** Readers have seen nothing of it yet. */
  isNew: boolean;
  link: string;
  locale: string;
};

/** Tells an admin that something is published by itself unless somebody objects. */
export async function renderPublishingMail(given: Given): Promise<{ subject: string; text: string; html: string }> {
  const parts = await renderMail(<PublishingMail {...given} />);
  return { subject: subjectOf(given), ...parts };
}

const subjectOf = ({ locale, title, timeZone, publishAt }: Given) =>
  words(locale)("publishing.mail.subject", { title, at: formatDateTime(locale, publishAt, timeZone) });

function PublishingMail(given: Given) {
  const { organization, asker, title, publishAt, timeZone, isNew, link, locale } = given;
  const t = words(locale);
  const at = formatDateTime(locale, publishAt, timeZone);
  return (
    <MailShell
      organization={organization}
      heading={subjectOf(given)}
      preview={t("publishing.mail.preview")}
      lang={locale}
    >
      <MailText>{t(isNew ? "publishing.mail.asked" : "publishing.mail.asked.change", { asker, title, at })}</MailText>
      <MailText>{t("publishing.mail.why")}</MailText>
      <MailButton href={link} copyLabel={t("publishing.mail.copy")}>
        {t("publishing.mail.button")}
      </MailButton>
      <MailAside>{t("publishing.mail.not-you")}</MailAside>
      <MailOrigin>{t("publishing.mail.origin", { organization })}</MailOrigin>
    </MailShell>
  );
}
