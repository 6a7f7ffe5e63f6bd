import { randomBytes } from "node:crypto";
import { constants, setPriority } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { foldDeliveryTallies } from "#app/features/delivery/fold-delivery-tallies.server.ts";
import { sendDeliveries } from "#app/features/delivery/send-deliveries.server.ts";
import { foldLetterTallies } from "#app/features/letters/fold-letter-tallies.server.ts";
import { foldTallies } from "#app/features/signatures/fold-tallies.server.ts";
import type { By } from "#app/lib/by.ts";
import { now } from "#app/lib/clock.server.ts";
import { closeDatabase, isDatabaseDown } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { holdKey } from "#app/lib/key-holders.server.ts";
import { locks } from "#app/lib/locks.ts";
import { log, logFault } from "#app/lib/log.server.ts";
import { minutes, seconds } from "#app/lib/time.ts";
import { endOnFault, endOnRetiredKey, onStop, sayReady } from "./lifecycle.ts";
import { unlessRunning } from "./migrate.ts";
import { schedule } from "./schedule.ts";

const workerId = `w-${process.pid}-${randomBytes(3).toString("hex")}`;
const ending = new AbortController();
const by = (): By => ({ actor: "worker", now: now() });

/**
 * Runs `work` again and again: at once while it says that there is more, else after `pause`. A fault is logged and waited
 * out, longer each time up to half a minute, so that a database that is down is not flooded.
 */
async function loop(job: string, pause: number, work: () => Promise<boolean>): Promise<void> {
  let faults = 0;
  while (!ending.signal.aborted) {
    let more = false;
    try {
      more = await work();
      faults = 0;
    } catch (error) {
      faults += 1;
      if (!isDatabaseDown(error)) logFault(error, { job });
      else if (faults === 1) log("warn", "database-down", { job });
    }
    const rest = faults === 0 ? pause : Math.min(seconds(1) * 2 ** (faults - 1), seconds(30));
    if (!more) await wait(rest, undefined, { signal: ending.signal }).catch(() => undefined);
  }
}

async function runSchedule(): Promise<boolean> {
  await unlessRunning(env().DATABASE_URL ?? "", locks.schedule, async () => {
    for (const { name, run } of schedule) {
      if (ending.signal.aborted) return;
      // One job's fault keeps no other from its turn; without a database none has one.
      await run(by(), ending.signal).catch((error: unknown) => {
        if (isDatabaseDown(error)) throw error;
        logFault(error, { job: name });
      });
    }
  });
  return false;
}

// Mails and figures can wait a moment, somebody in front of a page should not.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
endOnFault(logFault);
const key = await holdKey(endOnRetiredKey).catch(endOnRetiredKey);
const loops = [
  loop(
    "outbox",
    250,
    async () => (await sendDeliveries(by(), { workerId, limit: 50, signal: ending.signal, now })) > 0,
  ),
  loop("fold", 500, async () => {
    await foldTallies(by());
    return false;
  }),
  loop("fold-letters", 500, async () => {
    await foldLetterTallies(by());
    await foldDeliveryTallies(by());
    return false;
  }),
  loop("schedule", minutes(1), runSchedule),
];
onStop(async () => {
  ending.abort();
  await Promise.all(loops);
  await closeDatabase();
  await key.release();
  log("info", "worker-stopped", { worker: workerId });
});
log("info", "worker-ready", { worker: workerId });
sayReady();
