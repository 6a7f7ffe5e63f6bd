import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { matterIds } from "#app/features/campaigns/matter-ids.server.ts";
import { deliveriesOf } from "#app/features/delivery/deliveries-of.server.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import type { Ask, AskPageProps } from "./ask-page.tsx";
import { openedSignatures } from "./internal/opened-signatures.server.ts";
import type { SignatureKey } from "./signature-key.ts";
import { whatFollows } from "./what-follows.ts";
import type { Concerned } from "./what-follows.ts";

export interface AskedPage {
  organization: string;
  demo: string | null;
  ask: Pick<AskPageProps, "ask" | "titles" | "follows">;
}

/**
 * What is asked before something is lost, counted for what the key opens; it writes nothing. Null where there is nothing
 * to lose (any more): the page that led here says the rest.
 */
export async function askPageOf(
  by: By,
  key: SignatureKey,
  act: "withdraw" | "erase",
  locale: string,
): Promise<AskedPage | null> {
  const opened = await openedSignatures({ sql }, by, { key, matterIds: await matterIds(by) });
  const concerned = opened?.signatures.filter(({ state }) => act === "erase" || state !== "withdrawn") ?? [];
  if (!opened || (concerned.length === 0 && act === "withdraw")) return null;
  const all: Concerned[] = [];
  const titles: string[] = [];
  let demo: string | null = null;
  for (const { id, campaignId, state } of concerned) {
    const campaign = await campaignById(by, campaignId);
    if (!campaign) continue;
    demo ??= demoNotice(locale, campaign) ?? null;
    titles.push(campaign.title);
    all.push({ state, isClosed: campaignState(campaign, by.now) === "closed", ...(await fatesOf(id)) });
  }
  const isOne = key.link === "confirm" || key.ref !== undefined;
  const withdrawal: Ask = !isOne ? "all" : concerned[0]?.state === "pending" ? "delete" : "withdraw";
  const ask: Ask = act === "withdraw" ? withdrawal : isOne ? "erase-one" : "erase";
  return {
    organization: (await organization(by)).name,
    demo,
    ask: { ask, titles, follows: whatFollows(ask, all, locale) },
  };
}

/** How many letters have left, wait with us, and are their writer's to carry. */
async function fatesOf(signatureId: string): Promise<Pick<Concerned, "sent" | "unsent" | "toHandOver">> {
  const letters = await lettersOf(signatureId);
  const fates = await deliveriesOf(
    "letter",
    letters.map(({ id }) => id),
  );
  const mailed = letters.filter(({ channel }) => channel === "email");
  const left = mailed.filter(({ id }) => fates.get(id)?.state === "accepted").length;
  const over = mailed.filter(({ id }) => ["failed", "cancelled"].includes(fates.get(id)?.state ?? "")).length;
  const carried = letters.filter(({ channel }) => channel === "hand-over");
  const done = carried.filter(({ doneAt }) => doneAt !== null).length;
  return { sent: left + done, unsent: mailed.length - left - over, toHandOver: carried.length - done };
}
