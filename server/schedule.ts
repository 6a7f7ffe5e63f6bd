import { forgetSessions } from "#app/features/accounts/forget-sessions.server.ts";
import { forgetBlobs } from "#app/features/blobs/forget-blobs.server.ts";
import { forgetPictures } from "#app/features/campaigns/forget-pictures.server.ts";
import { wipePayloads } from "#app/features/delivery/wipe-payloads.server.ts";
import { eraseRetained } from "#app/features/signatures/erase-retained.server.ts";
import { expireSignatures } from "#app/features/signatures/expire-signatures.server.ts";
import { forgetPersonalLinks } from "#app/features/signatures/forget-personal-links.server.ts";
import { proveTallies } from "#app/features/signatures/prove-tallies.server.ts";
import { remindUnconfirmed } from "#app/features/signatures/remind-unconfirmed.server.ts";
import type { By } from "#app/lib/by.ts";
import { forgetLimits } from "#app/lib/limits.server.ts";

/**
 * All that runs by itself, beside the outbox and the fold: each minute, in this order, in one worker at a time. Each verb
 * is idempotent and takes `now` from `by`, so that a moved clock moves what is due. What has much to do does it in batches
 * and begins no other once `signal` says stop (fault 45).
 */
export const schedule: { name: string; run: (by: By, signal: AbortSignal) => Promise<unknown> }[] = [
  { name: "expire-signatures", run: expireSignatures },
  { name: "remind-unconfirmed", run: remindUnconfirmed },
  { name: "forget-personal-links", run: forgetPersonalLinks },
  { name: "wipe-payloads", run: wipePayloads },
  { name: "forget-limits", run: forgetLimits },
  { name: "forget-sessions", run: forgetSessions },
  { name: "forget-pictures", run: forgetPictures },
  { name: "forget-blobs", run: forgetBlobs },
  { name: "erase-retained", run: eraseRetained },
  { name: "prove-tallies", run: proveTallies },
];
