import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { chanceOf } from "./chance.ts";
import { gather } from "./crowd.ts";
import type { Crowd } from "./crowd.ts";
import { keysForAll } from "./house.ts";
import type { House, Victim } from "./house.ts";
import { startMoodyProvider } from "./provider.ts";
import type { Moods } from "./provider.ts";
import { reckon } from "./reckoning.ts";
import { splitHouse } from "./split-house.ts";
import { startedHouse } from "./started-house.ts";

export interface Phase {
  name: string;
  seed: number;
  letters: number;
  /** Who is killed, how often. */
  kills: Partial<Record<Victim, number>>;
  /** 0: everything by `start`. */
  workers: number;
  moods: Moods;
  /** Ends the leases of killed workers at once, as if a minute had passed. */
  isHurried?: boolean;
  /** Puts into the database what is there before the crowd comes. */
  fill?: (databaseUrl: string) => Promise<void>;
}

export interface Result {
  figures: Record<string, unknown>;
  /** What does not hold. */
  wrong: string[];
}

/** Runs an installation, lets a crowd sign in it while its processes are killed, and reckons when all is quiet. */
export async function runPhase(phase: Phase): Promise<Result> {
  Object.assign(process.env, keysForAll());
  const { seed, letters, workers, isHurried } = phase;
  const begun = performance.now();
  const crowdOf: { crowd?: Crowd } = {};
  const provider = await startMoodyProvider(chanceOf(seed), phase.moods, (mail) => crowdOf.crowd?.onMail(mail));
  const env = { ABUSE_LIMITS: "off", RESEND_BASE_URL: provider.resend.baseUrl };
  const chance = chanceOf(seed + 1);
  const house = workers === 0 ? await startedHouse(chance, env) : await splitHouse(chance, env, workers, phase.fill);
  const quieting = new AbortController();
  try {
    const ready = performance.now();
    const crowd = (crowdOf.crowd = gather(house.site, letters));
    const hurry = isHurried ? endLostLeases(house, quieting.signal) : Promise.resolve();
    const killed = await killAll(house, crowd, phase.kills, seed + 2);
    await crowd.finished;
    const finished = performance.now();
    provider.calm();
    await quiet(house, letters);
    const isQuiet = performance.now();
    quieting.abort();
    await hurry;
    const wrong = await reckon(house, provider, crowd);
    const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10;
    const faults = [...house.output().matchAll(/^.*"event":"fault".*$/gm)].map(([line]) => line);
    return {
      wrong,
      figures: {
        phase: phase.name,
        seed,
        letters,
        kills: killed,
        workers: Math.max(workers, 1),
        posts: provider.resend.ledger.length,
        mails: provider.mails.length,
        askedAgain: crowd.askedAgain(),
        faults: faults.length,
        secondsToStart: seconds(begun, ready),
        secondsOfKills: seconds(ready, finished),
        secondsToQuiet: seconds(finished, isQuiet),
        wrong: wrong.length,
        ...(faults[0] && { fault: faults[0].slice(0, 600) }),
      },
    };
  } finally {
    quieting.abort();
    await house.stop();
    await provider.resend.close();
  }
}

/** Kills at moments of the crowd's progress, so that a slow machine is killed as often as a fast one. */
async function killAll(house: House, crowd: Crowd, kills: Phase["kills"], seed: number): Promise<number> {
  const chance = chanceOf(seed);
  const victims = chance.shuffled(
    Object.entries(kills).flatMap(([victim, times]) => Array.from({ length: times }, () => victim as Victim)),
  );
  const whole = crowd.supporters.length * 3;
  const moments = victims.map(() => chance.between(0.01, 0.97) * whole).sort((a, b) => a - b);
  for (const [at, victim] of victims.entries()) {
    const pause = chance.between(0, 300);
    await Promise.race([crowd.reached(moments[at] ?? 0), crowd.finished]);
    await wait(pause);
    await house.kill(victim);
  }
  return victims.length;
}

/** Until nothing is on its way and everything is counted; where something hangs, the reckoning says what. */
async function quiet(house: House, confirmed: number): Promise<void> {
  for (let turn = 0; turn < 360; turn += 1) {
    const [left] = await ask(
      house,
      `select (select count(*) from "Delivery" where "state" = 'queued' or "state" = 'sending')
         + (select count(*) from "TallyDelta") as "n"`,
    );
    const shown = await fetch(`${house.site}/c/detained/count.json`).then(
      (answer) => answer.json() as Promise<{ confirmed: number }>,
    );
    if (left?.n === "0" && shown.confirmed === confirmed) return;
    await wait(500);
  }
}

async function endLostLeases(house: House, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const living = house.workers().map((pid) => `w-${pid}-%`);
    await ask(
      house,
      `update "Delivery" set "leaseUntil" = clock_timestamp() - interval '1 second'
       where "state" = 'sending' and not "leaseBy" like any($1)`,
      [living],
    ).catch(() => undefined);
    await wait(1000, undefined, { signal }).catch(() => undefined);
  }
}

async function ask(house: House, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: house.databaseUrl(), connectionTimeoutMillis: 3000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}
