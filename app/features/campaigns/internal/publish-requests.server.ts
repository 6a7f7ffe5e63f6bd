import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { instant, none, sql } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { requestStates } from "#app/features/campaigns/publish-request.ts";
import type { PublishRequest, RequestState } from "#app/features/campaigns/publish-request.ts";

const columns = `"id", "campaignId", "revision", "version", "askedById", "askedAt", "publishAt", "state", "decidedById",
  "decidedAt", "reason"`;
const row = z.object({
  id: z.string(),
  campaignId: z.string(),
  revision: z.number(),
  version: z.number(),
  askedById: z.string(),
  askedAt: instant,
  publishAt: instant.nullable(),
  state: z.enum(requestStates),
  decidedById: z.string().nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
});

/** The last request of a campaign, however it stands. */
export async function lastRequest(campaignId: string, tx: Tx = { sql }): Promise<PublishRequest | null> {
  const [found] = await tx.sql(
    "publish-request-last",
    `select ${columns} from "PublishRequest" where "campaignId" = $1
     order by "state" <> 'open', "askedAt" desc, "id" desc limit 1`,
    [campaignId],
    row,
  );
  return found ?? null;
}

/** Those whose time has come. */
export function dueRequests(by: By): Promise<PublishRequest[]> {
  return sql(
    "publish-requests-due",
    `select ${columns} from "PublishRequest" where "state" = 'open' and "publishAt" <= $1 order by "publishAt"`,
    [by.now],
    row,
  );
}

/** Writes a new one, in the transaction that holds the campaign's row. */
export async function addRequest(
  tx: Tx,
  { id, campaignId, revision, version, askedById, askedAt, publishAt }: PublishRequest,
): Promise<void> {
  await tx.sql(
    "publish-request-add",
    `insert into "PublishRequest" ("id", "campaignId", "revision", "version", "askedById", "askedAt", "publishAt", "state")
     values ($1, $2, $3, $4, $5, $6, $7, 'open')`,
    [id, campaignId, revision, version, askedById, askedAt, publishAt],
    none,
  );
}

type Ending = { state: Exclude<RequestState, "open">; id?: string; reason?: string };

/**
 * Ends the open request of a campaign (the one of this `id`, where it is given), on record. False: somebody was quicker,
 * and nothing was done.
 */
export async function endRequest(tx: Tx, by: By, campaignId: string, { state, id, reason }: Ending): Promise<boolean> {
  const [ended] = await tx.sql(
    "publish-request-end",
    `update "PublishRequest" set "state" = $3, "decidedById" = $4, "decidedAt" = $5, "reason" = $6
     where "campaignId" = $1 and ($2::uuid is null or "id" = $2) and "state" = 'open' returning ${columns}`,
    [campaignId, id ?? null, state, by.accountId ?? null, by.now, reason ?? null],
    row,
  );
  if (!ended) return false;
  const { revision, askedById, publishAt } = ended;
  await recordAudit(tx, by, {
    action: "publishing-decided",
    subjectKind: "campaign",
    subjectId: campaignId,
    change: { request: { from: "open", to: state }, revision, askedById, publishAt, ...(reason ? { reason } : {}) },
  });
  return true;
}
