import { wipePayloads } from "#app/features/delivery/wipe-payloads.server.ts";
import { eraseRetained } from "#app/features/signatures/erase-retained.server.ts";
import { expireSignatures } from "#app/features/signatures/expire-signatures.server.ts";
import type { By } from "#app/lib/by.ts";
import { minutes } from "#app/lib/time.ts";

/** All that runs by itself, beside the outbox and the fold: name, how often, verb. Each verb is idempotent. */
export const schedule: { name: string; every: number; run: (by: By) => Promise<unknown> }[] = [
  { name: "expire-signatures", every: minutes(1), run: expireSignatures },
  { name: "wipe-payloads", every: minutes(5), run: wipePayloads },
  { name: "erase-retained", every: minutes(10), run: eraseRetained },
];
