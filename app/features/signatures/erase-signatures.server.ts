import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { sql, transaction } from "#app/lib/db.server.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { matterIds } from "#app/features/campaigns/matter-ids.server.ts";
import { placesOf } from "./count-of.server.ts";
import { deletePending } from "./internal/delete-pending.server.ts";
import { erasePersonalLinks } from "./internal/erase-personal-links.server.ts";
import { erasePersons, largePlaces } from "./internal/erase-persons.server.ts";
import { recordEvents } from "./internal/events.server.ts";
import { personalLinkHmac } from "./internal/hmacs.server.ts";
import { openedSignatures } from "./internal/opened-signatures.server.ts";
import type { OpenedSignatures } from "./internal/opened-signatures.server.ts";
import { withdraw } from "./internal/withdraw.server.ts";
import type { SignatureKey } from "./signature-key.ts";

/**
 * Erases the person behind what a key opens, once and for all: name, address, letters, drafts, agreements, links, mails
 * in the outbox and their copies here. While a campaign is open that withdraws too, else one person could be counted
 * twice; once it is closed the signature stays in the count, with nobody's name (MODEL: a tombstone). A personal link
 * erases everything of its address, itself last.
 */
export async function eraseSignatures(by: By, key: SignatureKey): Promise<{ outcome: "erased" | "unknown" }> {
  const matters = await matterIds(by);
  const seen = await openedSignatures({ sql }, by, { key, matterIds: matters });
  if (!seen) return { outcome: "unknown" };
  const closed = await placesOfClosed(by, seen);

  return transaction(async (tx) => {
    const opened = await openedSignatures(tx, by, { key, matterIds: matters, isLocked: true });
    if (!opened) return { outcome: "unknown" };
    const { signatures, email } = opened;
    const pending = signatures.filter(({ state }) => state === "pending");
    const stay = signatures.filter(({ state, campaignId }) => state === "confirmed" && closed.has(campaignId));
    const leave = signatures.filter((one) => !pending.includes(one) && !stay.includes(one));
    await deletePending(tx, by, ids(pending));
    await withdraw(tx, by, ids(leave));
    await erase(tx, by, { state: "withdrawn", signatureIds: ids(leave), places: [] });
    for (const [campaignId, places] of closed) {
      const signatureIds = ids(stay.filter((one) => one.campaignId === campaignId));
      await erase(tx, by, { state: "confirmed", signatureIds, places });
    }
    if (key.link === "personal") await erasePersonalLinks(tx, by, await linksOf(tx, email));
    return { outcome: "erased" };
  });
}

const ids = (signatures: { id: string }[]) => signatures.map(({ id }) => id);

type Erased = { state: "confirmed" | "withdrawn"; signatureIds: string[]; places: string[] };

async function erase(tx: Tx, by: By, { state, signatureIds, places }: Erased): Promise<void> {
  await recordEvents(tx, by, { signatureIds, from: state, to: state, cause: "erased" });
  await erasePersons(tx, by, { signatureIds, places });
}

/** Per closed campaign the states that many signed in: there a signature stays in the count. */
async function placesOfClosed(by: By, { signatures }: OpenedSignatures): Promise<Map<string, string[]>> {
  const closed = new Map<string, string[]>();
  for (const id of new Set(signatures.map(({ campaignId }) => campaignId))) {
    const campaign = await campaignById(by, id);
    if (campaign && campaignState(campaign, by.now) === "closed") closed.set(id, largePlaces(await placesOf(id)));
  }
  return closed;
}

async function linksOf(tx: Tx, email: string): Promise<string[]> {
  const links = await tx.sql(
    "personal-links-of",
    `select "id" from "PersonalLink" where "emailHmac" = $1 for update`,
    [personalLinkHmac(email)],
    z.object({ id: z.string() }),
  );
  return ids(links);
}
