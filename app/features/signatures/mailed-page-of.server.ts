import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { recipientsByKeys } from "#app/features/directory/recipients-of.server.ts";
import { lettersOf, textsDigest } from "#app/features/letters/letters-of.server.ts";
import { nameOf } from "#app/features/letters/compose-letter.ts";
import type { By } from "#app/lib/by.ts";
import { formatDate } from "#app/lib/format.ts";
import type { Answer } from "./answer-page.tsx";
import type { ConfirmPageProps } from "./confirm-page.tsx";
import type { ConfirmedPageProps } from "./confirmed-page.tsx";
import { letterStatesOf, recipientKeyOf } from "./letter-states-of.server.ts";
import { signatureByToken } from "./signature-of.server.ts";

export interface MailedPage {
  token: string;
  organization: string;
  demo: string | null;
  answer: Answer | null;
  pending: Omit<ConfirmPageProps, "locale" | "changed"> | null;
  done: Omit<ConfirmedPageProps, "locale"> | null;
}

/** What the page behind a mailed link shows; it writes nothing. */
export async function mailedPageOf(by: By, token: string, locale: string): Promise<MailedPage> {
  const page = {
    token,
    organization: (await organization(by)).name,
    demo: null,
    answer: null,
    pending: null,
    done: null,
  };
  const signature = await signatureByToken(by, token, ["confirm"]);
  const campaign = signature && (await campaignById(by, signature.campaignId));
  if (!signature || !campaign) return { ...page, answer: "unknown" };
  const frame = { ...page, demo: demoNotice(locale, campaign) ?? null };
  if (signature.isExpired) return { ...frame, answer: "expired" };

  const letters = await lettersOf(signature.id);
  const canWrite = campaign.hasLetters && campaignState(campaign, by.now) === "open";
  const { title } = campaign;
  if (signature.state === "confirmed") {
    const items = await letterStatesOf(by, letters, campaign, locale);
    return { ...frame, done: { token, title, number: signature.number, letters: items, canWrite } };
  }
  const recipients = await recipientsByKeys(by, letters.map(recipientKeyOf));
  return {
    ...frame,
    pending: {
      token,
      title,
      name: nameOf(signature.person),
      signedOn: formatDate(locale, signature.signedAt, campaign.timeZone),
      wordingOf: formatDate(locale, new Date(signature.consentWording)),
      letters: letters.map(({ id, recipientName, channel, text, ...letter }) => ({
        id,
        name: recipientName,
        office: recipients.find(({ key }) => key === recipientKeyOf(letter))?.officeName ?? "",
        channel,
        text,
      })),
      texts: textsDigest(letters),
      canWrite,
    },
  };
}
