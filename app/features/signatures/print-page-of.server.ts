import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { matterIds } from "#app/features/campaigns/matter-ids.server.ts";
import { recipientsByKeys } from "#app/features/directory/recipients-of.server.ts";
import type { LetterPageProps } from "#app/features/letters/letter-page.tsx";
import type { StoredLetter } from "#app/features/letters/letter.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import { printedLetterOf } from "#app/features/letters/printed-letter.ts";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { hostOfSite } from "#app/lib/links.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { openedSignatures } from "./internal/opened-signatures.server.ts";
import { recipientKeyOf } from "./letter-states-of.server.ts";
import type { SignatureKey } from "./signature-key.ts";
import { signatureByToken } from "./signature-of.server.ts";

/** Who holds what: the cookie of somebody who writes in this browser, or the key of a page that led here. */
export type PrintKeys = { cookieToken: string | null; key: SignatureKey | null };

export type PrintPage = Omit<LetterPageProps, "locale"> & { recipient: string };

type Own = { letter: StoredLetter; email: string; back: string };

/** One of a writer's own letters, ready to be printed; null for everybody else. */
export async function printPageOf(
  by: By,
  campaign: Campaign,
  { letterId, locale, ...keys }: PrintKeys & { letterId: string; locale: string },
): Promise<PrintPage | null> {
  const own = await ownLetter(by, campaign, letterId, { ...keys, locale });
  if (!own) return null;
  const { letter, email, back } = own;
  const [recipient = null] = await recipientsByKeys(by, [recipientKeyOf(letter)]);
  // An office reads it: in the language of the campaign, whatever its writer reads.
  const { timeZone, title, isDemo, locale: lang } = campaign;
  return {
    lang,
    letter: printedLetterOf({ letter, recipient, email, locale: lang, timeZone, now: by.now }),
    campaign: { title, isDemo },
    address: hostOfSite() + pathsIn(locale).campaign(campaign.slug),
    back,
    recipient: letter.recipientName,
  };
}

/** The campaign of a letter that a key opens; null where it opens none of that id. */
export async function campaignIdOfLetter(by: By, key: SignatureKey, letterId: string): Promise<string | null> {
  for (const signature of await openedBy(by, key))
    if ((await lettersOf(signature.id)).some(({ id }) => id === letterId)) return signature.campaignId;
  return null;
}

async function ownLetter(
  by: By,
  { id: campaignId, slug }: Pick<Campaign, "id" | "slug">,
  letterId: string,
  { cookieToken, key, locale }: PrintKeys & { locale: string },
): Promise<Own | null> {
  const writer = cookieToken === null ? null : await signatureByToken(by, cookieToken, ["letter", "writer"]);
  const opened = [
    // First, so that "back" leads to the page that somebody came from.
    ...(key ? (await openedBy(by, key)).map((signature) => ({ signature, back: backTo(key, locale) })) : []),
    ...(writer ? [{ signature: writer, back: pathsIn(locale).thanks(slug) }] : []),
  ];
  for (const { signature, back } of opened) {
    if (signature.campaignId !== campaignId || signature.state === "withdrawn") continue;
    const letter = (await lettersOf(signature.id)).find(({ id }) => id === letterId);
    if (letter) return { letter, email: signature.person.email, back };
  }
  return null;
}

async function openedBy(by: By, key: SignatureKey) {
  const opened = await openedSignatures({ sql }, by, { key, matterIds: await matterIds(by) });
  return opened?.signatures ?? [];
}

function backTo({ link, token }: SignatureKey, locale: string): string {
  return link === "confirm" ? pathsIn(locale).confirm(token) : pathsIn(locale).personal(token);
}
