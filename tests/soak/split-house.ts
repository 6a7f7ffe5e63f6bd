import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "#server/embedded-postgres.ts";
import { clockOffset, freePort, prepare, run, serverPid } from "../support/installation.ts";
import type { Chance } from "./chance.ts";
import { keysForAll } from "./house.ts";
import type { House, Victim } from "./house.ts";
import { killHard } from "./processes.ts";

type Running = ReturnType<typeof run>;
/** A process of the house, whoever it is just now. */
interface Slot {
  name: "web" | "worker";
  process?: Running;
}

/**
 * A database, a web process and any number of workers, each on its own, as on several machines. Nobody but us starts them
 * again, at once; web and workers live on when the database is killed. `fill` puts into the
 * database what they shall find there.
 */
export async function splitHouse(
  chance: Chance,
  env: Record<string, string>,
  workerCount: number,
  fill: (databaseUrl: string) => Promise<void> = async () => undefined,
): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), "redress-soak-"));
  let cluster = await startPostgres(dataDir);
  const door = await openDoor(() => Number(new URL(cluster.url).port));
  const databaseUrl = () => {
    const url = new URL(cluster.url);
    url.port = String(door.port);
    return url.href;
  };
  const port = await freePort();
  const shared = {
    ...env,
    ...keysForAll(),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl(),
    PORT: String(port),
    CLOCK_OFFSET: clockOffset(),
  };
  await prepare(shared);
  await fill(cluster.url);
  const faults: string[] = [];
  const killed = new Set<Running>();
  let printed = "";
  const begin = (slot: Slot): void => {
    const process = run(`server/${slot.name}.ts`, shared);
    slot.process = process;
    void process.ended.then((code) => {
      if (killed.has(process)) return;
      printed += process.output();
      faults.push(`${slot.name} ended (${code}) without being killed: ${process.output().slice(-500)}`);
    });
  };
  const open = async (name: Slot["name"]): Promise<Slot> => {
    const slot: Slot = { name };
    begin(slot);
    await slot.process?.printed(`${name}-ready`);
    return slot;
  };

  const web = await open("web");
  const workers = await Promise.all(Array.from({ length: workerCount }, () => open("worker")));

  const killAgain = async (slot: Slot | undefined) => {
    const process = slot?.process;
    if (!slot || !process) return;
    killed.add(process);
    killHard(process.child.pid ?? 0);
    await process.ended;
    printed += process.output();
    begin(slot);
  };
  const kills: Partial<Record<Victim, () => Promise<void>>> = {
    web: () => killAgain(web),
    worker: () => killAgain(workers[chance.below(workers.length)]),
    postgres: async () => {
      killHard(serverPid(dataDir));
      await cluster.ended;
      cluster = await startPostgres(dataDir);
    },
  };
  return {
    site: `http://127.0.0.1:${port}`,
    databaseUrl: () => cluster.url,
    kill: async (victim) => {
      const kill = kills[victim];
      if (!kill) throw new Error(`nobody here can be killed as ${victim}`);
      await kill();
    },
    workers: () => workers.map(({ process }) => process?.child.pid ?? 0),
    complaints: async () => [...faults],
    output: () => printed + [web, ...workers].map(({ process }) => process?.output() ?? "").join(""),
    stop: async () => {
      for (const { process } of [...workers, web]) {
        if (!process) continue;
        killed.add(process);
        process.child.kill("SIGTERM");
        await process.ended;
      }
      await cluster.stop();
      door.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A port that leads to wherever the database listens now: an address that outlives it, as an operator's does. */
async function openDoor(target: () => number): Promise<{ port: number; close: () => void }> {
  const open = new Set<Socket>();
  const server = createServer((guest) => {
    const host = connect(target(), "127.0.0.1");
    for (const [one, other] of [
      [guest, host],
      [host, guest],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on("error", () => undefined);
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
