import { z } from "zod";
import { addCampaign } from "#app/features/campaigns/add-campaign.server.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import { variantFor } from "#app/features/letters/audience.ts";
import { composeLetter } from "#app/features/letters/compose-letter.ts";
import { templatesOf } from "#app/features/letters/templates-of.server.ts";
import { addTemplates } from "#app/features/letters/add-templates.server.ts";
import type { By } from "#app/lib/by.ts";
import { count, sql, transaction } from "#app/lib/db.server.ts";
import { newToken } from "#app/lib/id.server.ts";
import { days, later } from "#app/lib/time.ts";
import { lettersOf, textsDigest } from "#app/features/letters/letters-of.server.ts";
import { approveLetters } from "../approve-letters.server.ts";
import type { Approved } from "../approve-letters.server.ts";
import { confirmSignature } from "../confirm-signature.server.ts";
import type { Confirmed } from "../confirm-signature.server.ts";
import { signCampaign } from "../sign-campaign.server.ts";
import { signSchema } from "../sign-form.ts";
import type { SignForm } from "../sign-form.ts";
import { signatureByToken } from "../signature-of.server.ts";
import type { SignaturePlace } from "../signature.ts";

export const by: By = { actor: "visitor", now: new Date("2026-11-24T12:00:00Z"), network: "192.0.2.1" };
export const after = (ms: number): By => ({ ...by, now: later(by.now, ms) });
/** The same from another network: one alone does not use up the mails of an address. */
export const elsewhere = (ms: number): By => ({ ...after(ms), network: "192.0.2.2" });

const office = {
  officialId: null,
  chamber: null,
  hasFloorVote: false,
  canCosponsor: false,
  disclosure: "letter",
} as const;
const nobody = { given: null, family: null, divisionId: null, divisionName: null, stateCode: null, party: null };

/** An office that we mail, and one that the writer hands a letter over to. */
export const ministry: Recipient = {
  ...office,
  ...nobody,
  key: "test/exec",
  officeId: "test/exec",
  kind: "executive",
  name: "The Secretary",
  officeName: "The Department",
  bodyName: "",
  salutation: "Secretary",
  timeZone: "America/New_York",
  contacts: [
    {
      channel: "email",
      value: "secretary@department.example",
      label: "",
      needs: null,
      captcha: null,
      asOf: "2026-11-20",
    },
  ],
};
export const company: Recipient = {
  ...ministry,
  key: "test/company",
  officeId: "test/company",
  kind: "company",
  name: "A company",
  contacts: [],
};
const offices = (_by: By, ids: string[]) =>
  Promise.resolve([ministry, company].filter(({ officeId }) => ids.includes(officeId)));

export const california: SignaturePlace = {
  mapId: "us-cd-119",
  stateDivisionId: "ocd-division/country:us/state:ca",
  houseDivisionId: "ocd-division/country:us/state:ca/cd:30",
  method: "zip",
};

/** A campaign of its own for each test, open for ninety days. */
export async function aCampaign(given: { closesAt?: Date | null; measureId?: string } = {}): Promise<Campaign> {
  const slug = `test-${newToken()
    .token.toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, 20)}`;
  const words = { subject: "A request", summary: "Act", text: "Please act." };
  const id = await transaction(async (tx) => {
    const added = await addCampaign(tx, by, {
      matter: { slug, title: "A matter" },
      slug,
      kind: "letter",
      timeZone: "America/New_York",
      opensAt: by.now,
      closesAt: given.closesAt === undefined ? later(by.now, days(90)) : given.closesAt,
      publishedAt: by.now,
      closedAt: null,
      outcome: null,
      goal: null,
      isDemo: true,
      retentionDays: 30,
      hasLetters: true,
      locale: "en",
      title: "A call",
      summary: "A call",
      audience: "An office",
      story: "A story.",
      askIntro: "We ask",
      measureId: given.measureId ?? null,
      reportedIn: null,
      abroad: "",
      asks: [],
      points: [],
      sources: [],
      steps: [],
      targets: [],
    });
    if (added === null) throw new Error("slug taken");
    const variants = [
      { ...words, audience: "executive", act: "use-powers" } as const,
      { ...words, audience: "company", act: "change-conduct" } as const,
    ];
    await addTemplates(tx, by, { campaignId: added, locale: "en", common: "The text of the campaign.", variants });
    return added;
  });
  const campaign = await campaignById(by, id);
  if (!campaign) throw new Error("no campaign");
  return campaign;
}

let people = 0;
/** A form as a browser posts it, of another address each time. */
export function aForm(given: Partial<Record<string, string>> = {}): SignForm {
  people += 1;
  return signSchema.parse({
    givenName: "Sample",
    familyName: "Supporter",
    email: `supporter${people}@example.org`,
    country: "US",
    postalCode: "91205",
    ...given,
  });
}

/** Signs, and answers the cookie's token. */
export async function sign(at: By, campaign: Campaign, form = aForm()): Promise<string> {
  const signed = await signCampaign(at, campaign, form, california, { source: "site" });
  if (signed.outcome !== "signed") throw new Error(signed.outcome);
  return signed.letterToken;
}

export async function approve(at: By, campaign: Campaign, cookieToken: string, body: string): Promise<Approved> {
  const signature = await signatureByToken(at, cookieToken, ["letter", "writer"]);
  const { variants } = await templatesOf(at, campaign.id, "en");
  const entries = [ministry, company].flatMap((recipient) => {
    const template = variantFor(variants, recipient);
    if (!template || !signature) return [];
    const writer = { ...signature.person, houseDivisionId: null, stateDivisionId: signature.stateDivisionId };
    const given = {
      template,
      body,
      writer,
      recipient,
      locale: "en",
      directoryAsOf: "2026-11-20",
      measureId: campaign.measureId,
      now: at.now,
    };
    return [{ recipient, letter: composeLetter(given) }];
  });
  const ticked = entries.map(({ recipient }) => recipient.key);
  return approveLetters(at, { cookieToken, campaign, body, commonShare: 0.5, entries, ticked, division: null });
}

/** Presses the button of the page behind the link, as it shows the letters now or showed them then. */
export async function confirm(at: By, token: string, texts?: string): Promise<Confirmed> {
  return confirmSignature(at, { token, texts: texts ?? (await textsShown(at, token)) }, offices);
}

/** The digest that the page behind the link carries. */
export async function textsShown(at: By, token: string): Promise<string> {
  const signature = await signatureByToken(at, token, ["confirm"]);
  return textsDigest(signature ? await lettersOf(signature.id) : []);
}

/** How many rows of a campaign a table of this feature holds. */
export async function rowsOf(
  table: "Signature" | "TallyDelta" | "Consent",
  campaignId: string,
  where = "true",
): Promise<number> {
  const [found] = await sql(
    `test-rows-${table}-${where}`,
    `select count(*) as "n" from "${table}" where "campaignId" = $1 and ${where}`,
    [campaignId],
    z.object({ n: count }),
  );
  return found?.n ?? 0;
}
