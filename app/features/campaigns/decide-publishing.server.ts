import { publishersOf } from "#app/features/accounts/publishers-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { isDatabaseDown, transaction } from "#app/lib/db.server.ts";
import { logFault } from "#app/lib/log.server.ts";
import { dueRequests, endRequest, lastRequest } from "#app/features/campaigns/internal/publish-requests.server.ts";
import { publishRevision } from "#app/features/campaigns/internal/publish-revision.server.ts";
import type { NotPublished } from "#app/features/campaigns/internal/publish-revision.server.ts";
import type { PublishRequest } from "#app/features/campaigns/publish-request.ts";

/** Which request of which campaign, as the page showed it. */
export type Asked = { campaignId: string; request: string };

export type Approved =
  | { outcome: "published"; slug: string }
  | NotPublished
  /** Nobody approves what they asked for themselves. */
  | { outcome: "own" }
  | { outcome: "asker-gone" };

/**
 * A second person publishes what was asked for, exactly that revision. What was written since has to be asked for anew;
 * and whoever asked must still be one who may.
 */
export async function approvePublishing(by: By, { campaignId, request }: Asked): Promise<Approved> {
  const asked = await openRequest(campaignId, request);
  if (!asked) return { outcome: "overtaken", by: null };
  if (by.accountId === undefined || asked.askedById === by.accountId) return { outcome: "own" };
  return grant(by, asked);
}

/** Whoever may publish it says no and why; whoever asked takes it back. False: somebody was quicker, or it is not theirs. */
export async function declinePublishing(by: By, { campaignId, request }: Asked, reason: string): Promise<boolean> {
  const asked = await openRequest(campaignId, request);
  if (!asked || asked.askedById === by.accountId) return false;
  return transaction((tx) => endRequest(tx, by, campaignId, { state: "declined", id: request, reason }));
}

/** The same for whoever asked, without a reason. */
export async function takeBackPublishing(by: By, { campaignId, request }: Asked): Promise<boolean> {
  const asked = await openRequest(campaignId, request);
  if (!asked || asked.askedById !== by.accountId) return false;
  return transaction((tx) => endRequest(tx, by, campaignId, { state: "taken-back", id: request }));
}

/** Publishes what nobody objected to within its day. Again is no fault: what was decided is not due. */
export async function publishDue(by: By, signal: AbortSignal): Promise<void> {
  for (const asked of await dueRequests(by)) {
    if (signal.aborted) return;
    await triedToGrant(by, asked);
  }
}

/** One that cannot be published, because something of it cannot be read, keeps nobody behind it waiting. */
async function triedToGrant(by: By, asked: PublishRequest): Promise<void> {
  try {
    await grant(by, asked);
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    logFault(error, { job: "publish-due" });
  }
}

async function openRequest(campaignId: string, id: string): Promise<PublishRequest | null> {
  const found = await lastRequest(campaignId);
  return found?.state === "open" && found.id === id ? found : null;
}

/** Publishes what was asked for, or ends the request with why not. Something to mend leaves an approver's request open. */
async function grant(by: By, asked: PublishRequest): Promise<Approved> {
  const { id, campaignId, askedById } = asked;
  const end = (state: "asker-gone" | "rewritten" | "overtaken" | "not-ready") =>
    transaction((tx) => endRequest(tx, by, campaignId, { state, id }));
  const publishers = await publishersOf(by, campaignId);
  if (!publishers.some((one) => one.id === askedById)) {
    await end("asker-gone");
    return { outcome: "asker-gone" };
  }
  const approvedById = by.accountId ?? null;
  const given = { publisherId: askedById, request: { id, askedById, approvedById } };
  const done = await publishRevision(by, asked, given);
  if (done.outcome === "rewritten") await end("rewritten");
  else if (done.outcome === "overtaken" || done.outcome === "closed") await end("overtaken");
  else if (done.outcome === "not-ready" && approvedById === null) await end("not-ready");
  return done;
}
