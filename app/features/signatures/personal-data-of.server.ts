import { z } from "zod";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { matterIds } from "#app/features/campaigns/matter-ids.server.ts";
import { deliveryRecordsOf } from "#app/features/delivery/delivery-records-of.server.ts";
import type { DeliveryRecord } from "#app/features/delivery/delivery-records-of.server.ts";
import { writingsOf } from "#app/features/letters/writings-of.server.ts";
import type { WrittenLetter } from "#app/features/letters/writings-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";
import { absolute } from "#app/lib/links.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { personalLinkHmac } from "./internal/hmacs.server.ts";
import { openedSignatures } from "./internal/opened-signatures.server.ts";
import type { OpenedSignatures } from "./internal/opened-signatures.server.ts";
import { storedOfSignature } from "./internal/stored-of-signature.server.ts";
import type { LetterData, MailData, PersonalData, SignatureData } from "./personal-data.ts";
import type { SignatureKey } from "./signature-key.ts";

/** Everything that is stored of the person whose key it is, and nothing of anybody else; null where it opens nothing. */
export async function personalDataOf(by: By, key: SignatureKey): Promise<PersonalData | null> {
  const opened = await openedSignatures({ sql }, by, { key, matterIds: await matterIds(by) });
  if (!opened) return null;
  const signatures: SignatureData[] = [];
  for (const signature of opened.signatures) signatures.push(await dataOf(by, signature));
  return {
    organization: (await organization(by)).name,
    readAt: by.now,
    emailAddress: opened.email,
    signatures,
    personalLinks: key.link === "personal" ? await personalLinksOf(opened.email) : [],
  };
}

async function dataOf(by: By, signature: OpenedSignatures["signatures"][number]): Promise<SignatureData> {
  const { id, campaignId, locale, person, state, number, signedAt, confirmedAt, withdrawnAt } = signature;
  const [campaign, stored, { draft, letters }] = await Promise.all([
    campaignById(by, campaignId),
    storedOfSignature(id),
    writingsOf(by, id),
  ]);
  const mails = await deliveryRecordsOf(by, "signature", [id]);
  const letterIds = letters.map((letter) => letter.id);
  const letterMails = letterIds.length > 0 ? await deliveryRecordsOf(by, "letter", letterIds) : [];
  return {
    campaign: {
      title: campaign?.title ?? "",
      address: campaign ? absolute(pathsIn(locale).campaign(campaign.slug)) : "",
      language: campaign?.locale ?? "en",
    },
    state,
    number,
    signedAt,
    confirmedAt,
    remindedAt: stored.remindedAt,
    withdrawnAt,
    person,
    shownToThePublic: signature.display,
    place: {
      map: signature.mapId,
      stateDivision: signature.stateDivisionId,
      houseDivision: signature.houseDivisionId,
      knownFrom: signature.divisionMethod,
    },
    cameFrom: signature.source,
    locale,
    asksVersion: signature.asksVersion,
    privacyWording: signature.consentWording,
    marks: stored.flags,
    scrambled: stored.scrambled,
    agreements: stored.agreements,
    history: stored.history,
    links: stored.links,
    draft: draft && { text: draft.body, recipients: draft.recipients, savedAt: draft.savedAt },
    letters: letters.map((letter) => letterData(letter, letterMails)),
    mails: mails.map(mailData),
  };
}

function letterData(letter: WrittenLetter, mails: DeliveryRecord[]): LetterData {
  const { recipientName, officeId: _office, officialId: _official, ...writtenFrom } = letter.facts;
  return {
    recipient: { name: String(recipientName ?? ""), office: letter.officeId, official: letter.officialId },
    subject: letter.subject,
    text: letter.text,
    goes: letter.channel,
    state: letter.state,
    isCurrent: letter.current,
    shareOfTheCampaign: letter.commonShare,
    writtenFrom,
    factsAsOf: letter.factsAt,
    approvedAt: letter.approvedAt,
    releasedAt: letter.releasedAt,
    handedOverAt: letter.doneAt,
    mails: mails.filter(({ subjectId }) => subjectId === letter.id).map(mailData),
  };
}

function mailData({ subjectId: _, ...mail }: DeliveryRecord): MailData {
  return mail;
}

function personalLinksOf(email: string): Promise<{ expiresAt: Date }[]> {
  return sql(
    "personal-links-stored",
    `select "expiresAt" from "PersonalLink" where "emailHmac" = $1 order by "expiresAt"`,
    [personalLinkHmac(email)],
    z.object({ expiresAt: instant }),
  );
}
