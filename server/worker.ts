import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { sendDeliveries } from "#app/features/delivery/send-deliveries.server.ts";
import { foldTallies } from "#app/features/signatures/fold-tallies.server.ts";
import type { By } from "#app/lib/by.ts";
import { now } from "#app/lib/clock.server.ts";
import { closeDatabase } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { log, logFault } from "#app/lib/log.server.ts";
import { seconds } from "#app/lib/time.ts";
import { onStop, sayReady } from "./lifecycle.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { schedule } from "./schedule.ts";

const workerId = `w-${process.pid}-${randomBytes(3).toString("hex")}`;
const ending = new AbortController();
const by = (): By => ({ actor: "worker", now: now() });

/**
 * Runs `work` again and again: at once while it says that there is more, else after `pause`. A fault is logged and waited
 * out, longer each time up to half a minute, so that a database that is down is not flooded and comes back unnoticed.
 */
async function loop(job: string, pause: number, work: () => Promise<boolean>): Promise<void> {
  let trouble = 0;
  while (!ending.signal.aborted) {
    let more = false;
    try {
      more = await work();
      trouble = 0;
    } catch (error) {
      trouble += 1;
      logFault(error, { job });
    }
    if (!more) await wait(trouble ? Math.min(pause * 2 ** trouble, seconds(30)) : pause, undefined, { signal: ending.signal }).catch(() => undefined);
  }
}

const lastRun = new Map<string, number>();

async function runSchedule(): Promise<boolean> {
  for (const { name, every, run } of schedule) {
    const at = now();
    if (at.getTime() - (lastRun.get(name) ?? -Infinity) < every) continue;
    lastRun.set(name, at.getTime());
    await run(by());
    if (ending.signal.aborted) break;
  }
  return false;
}

await prepareDatabase(env().DATABASE_URL ?? "");
const loops = [
  loop("outbox", 250, async () => (await sendDeliveries(by(), { workerId, limit: 50, signal: ending.signal, now })) > 0),
  loop("fold", 500, async () => {
    await foldTallies(by());
    return false;
  }),
  loop("schedule", seconds(1), runSchedule),
];
onStop(async () => {
  ending.abort();
  await Promise.all(loops);
  await closeDatabase();
  log("info", "worker-stopped");
});
log("info", "worker-ready", { worker: workerId });
sayReady();
