import { MailProse } from "#app/ui/mail-shell.tsx";
import { renderMail } from "#app/lib/render-mail.server.ts";
import { nameOf } from "./compose-letter.ts";
import type { Writer } from "./compose-letter.ts";
import { words } from "./words.ts";

/** What this feature knows of a mail; the caller adds its id, sender, key and subject's kind. */
export type LetterMailParts = { to: string; replyTo: string; subject: string; text: string; html: string };

type Given = {
  letter: { subject: string; text: string };
  writer: Pick<Writer, "givenName" | "familyName" | "email">;
  recipientEmail: string;
  organization: string;
  locale?: string;
};

/** A letter as a mail to an office: it looks like its writer's, not like ours; answers go to the writer. */
export async function renderLetterMail({
  letter,
  writer,
  recipientEmail,
  organization,
  locale = "en",
}: Given): Promise<LetterMailParts> {
  const name = nameOf(writer);
  const origin = words(locale)("mail.origin", { name, organization });
  const { html } = await renderMail(<LetterMail letter={letter} {...{ name, organization }} lang={locale} />);
  return {
    to: recipientEmail,
    replyTo: writer.email,
    subject: letter.subject,
    // The text part is the letter itself, to the letter; made from the HTML it would be wrapped anew.
    text: `${letter.text}\n\n-- \n${origin}\n`,
    html,
  };
}

type LetterMailProps = { letter: Given["letter"]; name: string; organization: string; lang: string };

function LetterMail({ letter, name, organization, lang }: LetterMailProps) {
  const [before, after] = words(lang)("mail.origin", { name: "\u0000", organization }).split("\u0000");
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{letter.subject}</title>
      </head>
      <body style={{ margin: 0, padding: "24px 16px", background: "#ffffff" }}>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ maxWidth: 620 }}>
          <tbody>
            <MailProse text={letter.text} lang={lang} dir="auto" />
            <tr>
              <td style={{ padding: "28px 0 0", font: "13px/1.5 Arial,sans-serif", color: "#5a6764" }}>
                {before}
                <bdi>{name}</bdi>
                {after}
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

/** For the gallery of mails. */
export const letterMailExample: Given = {
  letter: {
    subject: "The Armenians held in Azerbaijan",
    text: "Dear Secretary of State,\n\nI live in Glendale, California. I write about the people who are held.\n\nSincerely,\nSample Supporter",
  },
  writer: { givenName: "Sample", familyName: "Supporter", email: "sample.supporter@example.org" },
  recipientEmail: "secretary@state.example",
  organization: "Sample Organization",
};
