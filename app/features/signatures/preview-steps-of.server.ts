import { campaignFrom } from "#app/features/campaigns/campaign-from-document.ts";
import { composeFor, sampleWriter } from "#app/features/campaigns/preview-letters-of.server.ts";
import type { Preview } from "#app/features/campaigns/preview-of.server.ts";
import { sharedSource, shareOf } from "#app/features/campaigns/share-of.server.ts";
import { nameOf } from "#app/features/letters/compose-letter.ts";
import { inOrderOfNeed, letterStateItem } from "#app/features/letters/letter-state-item.ts";
import type { By } from "#app/lib/by.ts";
import { formatDate } from "#app/lib/format.ts";
import type { ConfirmPageProps } from "./confirm-page.tsx";
import { placeOfficialsOf } from "./place-officials-of.server.ts";
import type { SignPageProps } from "./sign-page.tsx";
import { consentWording } from "./signature.ts";
import { ifNothing } from "./thanks-page-of.server.ts";
import type { ThanksPageProps } from "./thanks-page.tsx";
import { words } from "./words.ts";

/** The form of a persona: where they live stands in it, and of nobody else anything. */
export async function previewSignOf(
  by: By,
  locale: string,
  { standing, document, organization, persona }: Preview,
): Promise<Omit<SignPageProps, "locale" | "countries" | "states">> {
  const campaign = campaignFrom(document, standing);
  const [place, { spared }] = await Promise.all([
    placeOfficialsOf(by, campaign, persona, locale),
    composeFor(by, locale, document, persona),
  ]);
  // What the draft asks of each decides, not what is published.
  const officials = place.officials.map((one) => ({
    ...one,
    needsNone: spared.find(({ key }) => key === one.key)?.sentence ?? null,
  }));
  return {
    campaign: {
      slug: standing.slug,
      title: campaign.title,
      locale: campaign.locale,
      asks: campaign.asks.map(({ short }) => short),
      asksVersion: campaign.asksVersion,
      hasLetters: campaign.hasLetters,
    },
    organization: organization.name,
    values: { country: persona.country, postalCode: persona.postalCode },
    faults: [],
    notice: null,
    place: { ...place, officials },
  };
}

/** What stands there once a persona has signed and approved every letter: each with the way that it goes. */
export async function previewThanksOf(
  by: By,
  locale: string,
  { standing, document, persona }: Preview,
): Promise<Omit<ThanksPageProps, "locale">> {
  const campaign = campaignFrom(document, standing);
  const { composed } = await composeFor(by, locale, document, persona);
  const letters = composed.map(({ recipient, letter: { channel, subject, text, facts } }) =>
    letterStateItem({
      letter: {
        id: recipient.key,
        campaignId: campaign.id,
        officeId: recipient.officeId,
        officialId: recipient.officialId,
        recipientName: recipient.name,
        act: facts.act,
        measureId: facts.measureId,
        channel,
        state: "approved",
        subject,
        text,
        approvedAt: by.now,
        releasedAt: null,
        doneAt: null,
      },
      recipient,
      fate: null,
      locale,
      timeZone: campaign.timeZone,
    }),
  );
  const email = words(locale)("preview.email");
  return {
    campaign: { slug: campaign.slug, hasLetters: campaign.hasLetters },
    email,
    notice: null,
    sentAgain: false,
    isCorrected: false,
    meant: null,
    correct: { value: email, fault: null },
    letters: inOrderOfNeed(letters),
    mustChoose: false,
    share: shareOf(campaign, sharedSource, locale),
    ifNothing: ifNothing(by, campaign, { signedAt: by.now }, locale),
    isPreview: true,
  };
}

/** What the mailed link would show to a persona. */
export async function previewConfirmOf(
  by: By,
  locale: string,
  { standing, document, persona }: Preview,
): Promise<Omit<ConfirmPageProps, "locale">> {
  const campaign = campaignFrom(document, standing);
  const { composed, found } = await composeFor(by, locale, document, persona);
  return {
    // Its buttons are pressed by nobody.
    token: "preview",
    title: campaign.title,
    name: nameOf(sampleWriter(locale, persona, found.representation.stateDivisionId)),
    signedOn: formatDate(locale, by.now, campaign.timeZone),
    wordingOf: formatDate(locale, new Date(consentWording)),
    letters: composed.map(({ recipient, letter }) => ({
      id: recipient.key,
      name: recipient.name,
      office: recipient.officeName,
      channel: letter.channel,
      text: letter.text,
      lang: campaign.locale,
    })),
    texts: "",
    changed: false,
    canWrite: campaign.hasLetters,
  };
}
