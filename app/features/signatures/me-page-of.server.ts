import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { matterIds } from "#app/features/campaigns/matter-ids.server.ts";
import type { LetterStateItem } from "#app/features/letters/letter-state-item.ts";
import { hasLeft } from "#app/features/letters/letter.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { formatDate, formatDateTime, formatNumber } from "#app/lib/format.ts";
import { later } from "#app/lib/time.ts";
import { asksChangeOf } from "./internal/asks-change.server.ts";
import { openedSignatures } from "./internal/opened-signatures.server.ts";
import type { OpenedSignatures } from "./internal/opened-signatures.server.ts";
import { letterStatesOf } from "./letter-states-of.server.ts";
import type { MePageProps } from "./me-page.tsx";
import type { MeSignatureItem } from "./me-signature.tsx";
import { pendingLife } from "./signature.ts";
import { words } from "./words.ts";

export interface MyPage {
  organization: string;
  demo: string | null;
  /** Null: the link opens nothing (any more). */
  mine: Omit<MePageProps, "locale" | "token" | "organization" | "told"> | null;
}

type Opened = OpenedSignatures["signatures"][number];

/** What the page behind a personal link shows; it writes nothing. */
export async function mePageOf(by: By, token: string, locale: string): Promise<MyPage> {
  const page = { organization: (await organization(by)).name, demo: null, mine: null };
  const key = { link: "personal", token } as const;
  const opened = await openedSignatures({ sql }, by, { key, matterIds: await matterIds(by) });
  if (!opened) return page;
  const signatures: MeSignatureItem[] = [];
  let demo: string | null = null;
  for (const signature of opened.signatures) {
    const campaign = await campaignById(by, signature.campaignId);
    if (!campaign) continue;
    demo ??= demoNotice(locale, campaign) ?? null;
    signatures.push(await itemOf(by, signature, campaign, locale));
  }
  const [first, ...others] = new Set(opened.signatures.map(({ display }) => display));
  return {
    ...page,
    demo,
    mine: {
      email: opened.email,
      until: formatDateTime(locale, opened.expiresAt),
      signatures,
      display: first && others.length === 0 ? first : null,
    },
  };
}

async function itemOf(by: By, signature: Opened, campaign: Campaign, locale: string): Promise<MeSignatureItem> {
  const isOpen = campaignState(campaign, by.now) === "open";
  const { ref, state } = signature;
  return {
    ref,
    state: state === "pending" || state === "withdrawn" ? state : "confirmed",
    slug: campaign.slug,
    title: campaign.title,
    number: signature.number === null ? null : formatNumber(locale, signature.number),
    meta: metaOf(signature, campaign, locale),
    letters: state === "pending" ? [] : await letterItemsOf(by, signature, campaign, locale),
    asks: await asksChangeOf(by, signature, campaign, locale),
    canSignAgain: isOpen,
    canConfirm: state === "pending" && isOpen,
  };
}

/** Of a signature that was taken back only what left, or was taken back, is said: nothing is asked of its writer. */
export async function letterItemsOf(
  by: By,
  { id, state }: Pick<Opened, "id" | "state">,
  campaign: Pick<Campaign, "timeZone" | "targets">,
  locale: string,
): Promise<LetterStateItem[]> {
  const letters = await lettersOf(id);
  return letterStatesOf(by, state === "withdrawn" ? letters.filter(hasLeft) : letters, campaign, locale);
}

function metaOf(signature: Opened, { timeZone }: Campaign, locale: string): string {
  const t = words(locale);
  const { state, number, signedAt, confirmedAt, withdrawnAt } = signature;
  const when = (at: Date | null) => formatDateTime(locale, at ?? signedAt, timeZone);
  if (state === "withdrawn") return t("me.withdrawn.meta", { when: when(withdrawnAt) });
  if (state === "pending") {
    const erased = formatDate(locale, later(signedAt, pendingLife), timeZone);
    return t("me.pending.meta", { when: when(signedAt), erased });
  }
  return number === null
    ? t("me.confirmed.meta", { when: when(confirmedAt) })
    : t("me.counted.meta", { number: formatNumber(locale, number), when: when(confirmedAt) });
}
