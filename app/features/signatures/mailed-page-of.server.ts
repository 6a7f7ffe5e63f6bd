import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { sharedSource, shareOf } from "#app/features/campaigns/share-of.server.ts";
import { recipientsByKeys } from "#app/features/directory/recipients-of.server.ts";
import type { LetterFoldItem } from "#app/features/letters/letter-folds.tsx";
import { lettersOf, textsDigest } from "#app/features/letters/letters-of.server.ts";
import { nameOf } from "#app/features/letters/compose-letter.ts";
import type { By } from "#app/lib/by.ts";
import { formatDate, formatDateTime } from "#app/lib/format.ts";
import { later } from "#app/lib/time.ts";
import type { Answer } from "./answer-page.tsx";
import type { ConfirmPageProps } from "./confirm-page.tsx";
import type { ConfirmedPageProps } from "./confirmed-page.tsx";
import { inOrderOfTargets, letterStatesOf, recipientKeyOf } from "./letter-states-of.server.ts";
import { letterItemsOf } from "./me-page-of.server.ts";
import { asksChangeOf } from "./internal/asks-change.server.ts";
import { signatureByToken } from "./signature-of.server.ts";
import { pendingLife } from "./signature.ts";
import type { WithdrawnPageProps } from "./withdrawn-page.tsx";

export interface MailedPage {
  token: string;
  organization: string;
  /** The campaign that it is about; null where the link leads nowhere. */
  slug: string | null;
  demo: string | null;
  answer: Answer | null;
  pending: Omit<ConfirmPageProps, "locale" | "changed"> | null;
  /** With the answer "closed": what its writer may still want to copy. */
  kept: LetterFoldItem[];
  done: Omit<ConfirmedPageProps, "locale"> | null;
  withdrawn: Omit<WithdrawnPageProps, "locale"> | null;
}

/** What the page behind a mailed link shows; it writes nothing. */
export async function mailedPageOf(by: By, token: string, locale: string): Promise<MailedPage> {
  const page = {
    token,
    organization: (await organization(by)).name,
    slug: null,
    demo: null,
    answer: null,
    pending: null,
    kept: [],
    done: null,
    withdrawn: null,
  };
  const signature = await signatureByToken(by, token, ["confirm"]);
  const campaign = signature && (await campaignById(by, signature.campaignId));
  if (!signature || !campaign) return { ...page, answer: "unknown" };
  const frame = { ...page, slug: campaign.slug, demo: demoNotice(locale, campaign) ?? null };
  const isOpen = campaignState(campaign, by.now) === "open";
  if (signature.state === "pending") {
    // The worker erases it soon; a new link would not be mailed any more.
    if (later(signature.signedAt, pendingLife) <= by.now) return { ...page, answer: "unknown" };
    if (!isOpen && signature.isExpired) return { ...frame, answer: "closed" };
  }
  if (signature.isExpired) return { ...frame, answer: "expired" };

  const letters = await inOrderOfTargets(by, await lettersOf(signature.id), campaign);
  const canWrite = campaign.hasLetters && isOpen;
  const { slug, title } = campaign;
  const asks = await asksChangeOf(by, signature, campaign, locale);
  if (signature.state === "confirmed") {
    const items = await letterStatesOf(by, letters, campaign, locale);
    const { number, display } = signature;
    const share = isOpen ? shareOf(campaign, sharedSource, locale) : null;
    return { ...frame, done: { slug, token, title, number, letters: items, canWrite, share, display, asks } };
  }
  if (signature.state === "withdrawn") {
    const items = await letterItemsOf(by, signature, campaign, locale);
    const when = formatDateTime(locale, signature.withdrawnAt ?? signature.signedAt, campaign.timeZone);
    return { ...frame, withdrawn: { slug, token, title, when, letters: items, canSignAgain: isOpen } };
  }
  const recipients = await recipientsByKeys(by, letters.map(recipientKeyOf));
  const shown = letters.map(({ id, recipientName, channel, text, ...letter }) => ({
    id,
    name: recipientName,
    office: recipients.find(({ key }) => key === recipientKeyOf(letter))?.officeName ?? "",
    channel,
    text,
    lang: campaign.locale,
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
      asks,
    },
  };
}
