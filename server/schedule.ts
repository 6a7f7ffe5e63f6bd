import { wipePayloads } from "#app/features/delivery/wipe-payloads.server.ts";
import { eraseRetained } from "#app/features/signatures/erase-retained.server.ts";
import { expireSignatures } from "#app/features/signatures/expire-signatures.server.ts";
import { forgetPersonalLinks } from "#app/features/signatures/forget-personal-links.server.ts";
import { remindUnconfirmed } from "#app/features/signatures/remind-unconfirmed.server.ts";
import type { By } from "#app/lib/by.ts";
import { forgetLimits } from "#app/lib/limits.server.ts";

/**
 * All that runs by itself, beside the outbox and the fold: each minute, in this order, in one worker at a time. Each verb
 * is idempotent and takes `now` from `by`, so that a moved clock moves what is due.
 */
export const schedule: { name: string; run: (by: By) => Promise<unknown> }[] = [
  { name: "expire-signatures", run: (by) => expireSignatures(by) },
  { name: "remind-unconfirmed", run: (by) => remindUnconfirmed(by) },
  { name: "forget-personal-links", run: (by) => forgetPersonalLinks(by) },
  { name: "wipe-payloads", run: (by) => wipePayloads(by, { limit: 1000 }) },
  { name: "forget-limits", run: (by) => forgetLimits(by) },
  { name: "erase-retained", run: (by) => eraseRetained(by) },
];
