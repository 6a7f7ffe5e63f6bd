import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { clockOffset, embeddedUrl, freePort, run, serverPid } from "../support/installation.ts";
import type { Chance } from "./chance.ts";
import { keysForAll } from "./house.ts";
import type { House, Victim } from "./house.ts";
import { childrenOf, isRunning, killHard } from "./processes.ts";

/** What stands in the command of each process that `start` runs. */
const programs = { prepare: "server/prepare.ts", web: "processes/web.js", worker: "processes/worker.js" };
const servesAgain = "The database serves again.";

/** Everything by the one command. `start` runs web and worker again by itself; the next `start` recovers from the rest. */
export async function startedHouse(chance: Chance, env: Record<string, string>): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), "redress-soak-"));
  const port = await freePort();
  const shared = { ...env, ...keysForAll(), DATA_DIR: dataDir, PORT: String(port), CLOCK_OFFSET: clockOffset() };
  const orphans = new Set<number>();
  let printed = "";
  let started = run("server/start.ts", shared);

  const startPid = () => started.child.pid ?? 0;
  const child = (name: keyof typeof programs) => childrenOf(startPid(), programs[name]);
  /** 0 while there is none. */
  const database = () => {
    try {
      return serverPid(dataDir);
    } catch {
      return 0;
    }
  };
  const startAgain = () => {
    printed += started.output();
    started = run("server/start.ts", shared);
  };
  const killStart = async () => {
    for (const name of ["web", "worker", "prepare"] as const) for (const pid of child(name)) orphans.add(pid);
    killHard(startPid());
    await started.ended;
  };
  const timesServing = () => started.output().split(servesAgain).length - 1;
  const comesUp = () => started.printed("no live sending");

  /** One of its children, which it may just be starting again. */
  const killChild = async (name: "web" | "worker") => {
    for (let turn = 0; turn < 1200; turn += 1) {
      const [pid] = child(name);
      if (pid !== undefined && killHard(pid)) return;
      if (started.child.exitCode !== null) throw new Error(`start ended by itself:\n${started.output().slice(-2000)}`);
      await wait(50);
    }
    throw new Error(`start runs no ${name} for a minute`);
  };
  const kills: Record<Victim, () => Promise<void>> = {
    web: () => killChild("web"),
    worker: () => killChild("worker"),
    start: killStart,
    starting: async () => {
      await killStart();
      startAgain();
      await Promise.race([wait(chance.between(0, 6000)), comesUp()]);
      await killStart();
    },
    postgres: async () => {
      const before = timesServing();
      killHard(database());
      // It notices, and starts the database again where it was.
      await started.printed(new RegExp(`(?:${servesAgain}[^]*){${before + 1}}`));
    },
    both: async () => {
      const server = database();
      if (chance.oneIn(2)) killHard(server);
      await killStart();
      killHard(server);
    },
  };

  await comesUp();
  return {
    site: `http://127.0.0.1:${port}`,
    databaseUrl: () => embeddedUrl(dataDir),
    kill: async (victim) => {
      await kills[victim]();
      if (victim === "web" || victim === "worker" || victim === "postgres") return;
      startAgain();
      await comesUp();
    },
    workers: () => child("worker"),
    complaints: async () => {
      // They finish what they had begun; nobody waits longer for them than they for the provider.
      for (let turn = 0; turn < 60 && [...orphans].some(isRunning); turn += 1) await wait(500);
      return [...orphans].filter(isRunning).map((pid) => `process ${pid} outlived its killed start`);
    },
    output: () => printed + started.output(),
    stop: async () => {
      started.child.kill("SIGTERM");
      await started.ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
