import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { recipientsByKeys } from "#app/features/directory/recipients-of.server.ts";
import type { LetterFoldItem } from "#app/features/letters/letter-folds.tsx";
import { lettersOf, textsDigest } from "#app/features/letters/letters-of.server.ts";
import { nameOf } from "#app/features/letters/compose-letter.ts";
import type { By } from "#app/lib/by.ts";
import { formatDate } from "#app/lib/format.ts";
import { later } from "#app/lib/time.ts";
import type { Answer } from "./answer-page.tsx";
import type { ConfirmPageProps } from "./confirm-page.tsx";
import type { ConfirmedPageProps } from "./confirmed-page.tsx";
import { letterStatesOf, recipientKeyOf } from "./letter-states-of.server.ts";
import { signatureByToken } from "./signature-of.server.ts";
import { pendingLife } from "./signature.ts";

export interface MailedPage {
  token: string;
  organization: string;
  demo: string | null;
  answer: Answer | null;
  pending: Omit<ConfirmPageProps, "locale" | "changed"> | null;
  /** With the answer "closed": what its writer may still want to copy. */
  kept: LetterFoldItem[];
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
    kept: [],
    done: null,
  };
  const signature = await signatureByToken(by, token, ["confirm"]);
  const campaign = signature && (await campaignById(by, signature.campaignId));
  if (!signature || !campaign) return { ...page, answer: "unknown" };
  const frame = { ...page, demo: demoNotice(locale, campaign) ?? null };
  const isOpen = campaignState(campaign, by.now) === "open";
  if (signature.state === "pending") {
    // The worker erases it soon; a new link would not be mailed any more.
    if (later(signature.signedAt, pendingLife) <= by.now) return { ...page, answer: "unknown" };
    if (!isOpen && signature.isExpired) return { ...frame, answer: "closed" };
  }
  if (signature.isExpired) return { ...frame, answer: "expired" };

  const letters = await lettersOf(signature.id);
  const canWrite = campaign.hasLetters && isOpen;
  const { slug, title } = campaign;
  if (signature.state === "confirmed") {
    const items = await letterStatesOf(by, letters, campaign, locale);
    return { ...frame, done: { slug, token, title, number: signature.number, letters: items, canWrite } };
  }
  const recipients = await recipientsByKeys(by, letters.map(recipientKeyOf));
  const shown = letters.map(({ id, recipientName, channel, text, ...letter }) => ({
    id,
    name: recipientName,
    office: recipients.find(({ key }) => key === recipientKeyOf(letter))?.officeName ?? "",
    channel,
    text,
  }));
  if (!isOpen) return { ...frame, answer: "closed", kept: shown };
  return {
    ...frame,
    pending: {
      token,
      title,
      name: nameOf(signature.person),
      signedOn: formatDate(locale, signature.signedAt, campaign.timeZone),
      wordingOf: formatDate(locale, new Date(signature.consentWording)),
      letters: shown,
      texts: textsDigest(letters),
      canWrite,
    },
  };
}
