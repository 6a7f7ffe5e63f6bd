import type { By } from "#app/lib/by.ts";
import { env } from "#app/lib/env.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import type { RenderedMail } from "#app/features/delivery/mail.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import type { LetterChannel } from "#app/features/letters/letter.ts";
import { renderLetterMail } from "#app/features/letters/letter.mail.tsx";
import type { Person } from "../signature.ts";

type MailedLetter = {
  officeId: string;
  officialId: string | null;
  channel: LetterChannel;
  subject: string;
  text: string;
};
type Given = {
  letters: readonly MailedLetter[];
  recipients: readonly Recipient[];
  person: Person;
  /** Its language is that of the letters, which an office reads, whatever the writer reads. */
  campaign: { id: string; isDemo: boolean; locale: string };
};

/** What is rendered before the letter's row is certain; `release` adds which letter it is. */
export type LetterMail = Omit<RenderedMail, "onceKey" | "subjectId">;

/**
 * The mails of those letters that we send, rendered, by office: call it before the transaction. A letter has
 * none where its office has another holder now or no address any more: no text for one official goes to another.
 */
export async function letterMails(
  by: By,
  { letters, recipients, person, campaign }: Given,
): Promise<Map<string, LetterMail>> {
  const { name } = await organization(by);
  const mails = new Map<string, LetterMail>();
  for (const letter of letters) {
    if (letter.channel !== "email") continue;
    const recipient = recipients.find((one) => one.officeId === letter.officeId);
    const to = recipient?.contacts.find((contact) => contact.channel === "email")?.value;
    if (to === undefined || recipient?.officialId !== letter.officialId) continue;
    const { locale } = campaign;
    const parts = await renderLetterMail({ letter, writer: person, recipientEmail: to, organization: name, locale });
    mails.set(letter.officeId, {
      id: newId(by.now),
      kind: "letter",
      priority: 10,
      from: env().MAIL_FROM,
      ...parts,
      subjectKind: "letter",
      campaignId: campaign.id,
      groupKey: letter.officeId,
      isDemo: campaign.isDemo,
    });
  }
  return mails;
}
