/** `npm start`: one command for everything. Ends by Ctrl-C or SIGTERM: the worker first, then web, the database last. */
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { loopbackOf } from "#app/features/delivery/loopback.ts";
import { describeMailRoute } from "#app/features/delivery/mail-channel.server.ts";
import { EnvFault, env } from "#app/lib/env.server.ts";
import { ringText } from "#app/lib/keys.server.ts";
import { paths } from "#app/lib/paths.ts";
import { ensureBuild } from "./build.ts";
import { runChild } from "./child.ts";
import type { Child, ChildName } from "./child.ts";
import { demoSignIns } from "./demo-sign-ins.ts";
import { DataDirInUse, freePort, startPostgres } from "./embedded-postgres.ts";
import type { Cluster } from "./embedded-postgres.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
/** A reason to end that needs no stack. */
class CannotStart extends Error {}

const ending = new AbortController();
const running = new Map<ChildName, Child>();
let database: Promise<Cluster> | undefined;
let building: Promise<void> | undefined;
let stopping: Promise<never> | undefined;

function stop(code: number): Promise<never> {
  return (stopping ??= (async () => {
    ending.abort();
    await building?.catch(() => undefined);
    await running.get("prepare")?.stop();
    await running.get("worker")?.stop();
    await running.get("web")?.stop();
    const cluster = await database?.catch(() => undefined);
    await cluster?.stop();
    if (code === 0) say("Stopped.");
    process.exit(code);
  })());
}

async function embedded(dataDir: string): Promise<Cluster> {
  const cluster = await (database = startPostgres(dataDir));
  if (cluster.movedTo) say(`The database lies in ${cluster.movedTo}: its server could not run below this folder.`);
  void keepServing(dataDir, cluster);
  return cluster;
}

/**
 * Starts the database again, where it was, when it ended by itself: a disk that was full when it needed a new file of its
 * log (fault 55), a machine without memory. Until then web says so, and keeps what was typed.
 */
async function keepServing(dataDir: string, first: Cluster): Promise<void> {
  let cluster = first;
  let told = "";
  for (let tries = 0; ; tries += 1) {
    await cluster.ended;
    if (stopping) return;
    if (tries === 0) say("The database ended by itself; it is started again.");
    await wait(Math.min(1000 * tries, 10_000));
    if (stopping) return;
    try {
      cluster = await (database = startPostgres(dataDir, first.port));
      say("The database serves again.");
      tries = -1;
      told = "";
    } catch (error) {
      if (error instanceof DataDirInUse) return void stop(1);
      const why = lastWords(error);
      if (why !== told) say(`The database does not start: ${why}`);
      told = why;
    }
  }
}

/** The last line of PostgreSQL's complaint, without its time and the process's number, which differ each time. */
function lastWords(error: unknown): string {
  const line = tell(error).trim().split("\n").at(-1) ?? "";
  return line.replace(/^.*?\b(?=[A-Z]+: )/, "").replace(/\.\d+"/, '"');
}

/** Before anything is built or loaded: the port that web will want. */
async function refuseBusyPort(port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.on("error", ({ code }: NodeJS.ErrnoException) => {
      const why = code === "EADDRINUSE" ? "is in use by another program" : `cannot be used (${code})`;
      reject(new CannotStart(`Port ${port} of ${host} ${why}. Set PORT to another.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function prepare(settings: Record<string, string>): Promise<void> {
  const child = runChild("prepare", settings, say);
  running.set("prepare", child);
  const code = await child.ended;
  running.delete("prepare");
  if (code !== 0) throw new CannotStart("The database could not be prepared.");
}

/** A process that lived so long did not die of how it was begun. */
const soundLife = 60_000;

/**
 * Runs a process and runs it again when it dies: at once, and slower each time that it died young. One that never served
 * ends everything.
 */
async function keepRunning(name: "web" | "worker", settings: Record<string, string>): Promise<void> {
  const first = runChild(name, settings, say);
  running.set(name, first);
  const served = await Promise.race([first.ready.then(() => true), first.ended.then(() => false)]);
  if (!served) throw new CannotStart(`The ${name} process did not start.`);
  void (async () => {
    let child = first;
    let early = 0;
    for (;;) {
      const born = performance.now();
      const how = await child.ended;
      if (stopping) return;
      say(`The ${name} process ended by itself (${how}); it is started again.`);
      if (performance.now() - born > soundLife) early = 0;
      await wait(Math.min(1000 * early, 30_000));
      early += 1;
      if (stopping) return;
      child = runChild(name, settings, say);
      running.set(name, child);
    }
  })();
}

async function start(): Promise<void> {
  if (process.env.PORT === "0") process.env.PORT = String(await freePort());
  const settings = env();
  const { APP_URL, DATABASE_URL, DATA_DIR, HOST, PORT, isProduction } = settings;
  const url = DATABASE_URL ?? (await embedded(DATA_DIR)).url;
  await refuseBusyPort(PORT, HOST);
  // All seal with the ring as it is now, also one that is started again after a rotation has changed the file.
  const shared = { DATABASE_URL: url, DATA_DIR, PII_KEYS: ringText(settings.PII_KEYS) };
  building = ensureBuild(say, ending.signal);
  await Promise.all([building, prepare(shared)]);
  if (stopping) return;
  await Promise.all([keepRunning("web", shared), keepRunning("worker", shared)]);
  if (stopping) return;
  say("");
  say(`Site           ${APP_URL}${paths.home()}`);
  if (!isProduction) say(`Local mailbox  http://${loopbackOf(HOST)}:${PORT}${paths.mailbox()}`);
  if (!isProduction) for (const line of demoSignIns(DATA_DIR)) say(`Sign in        ${line}`);
  for (const line of describeMailRoute(settings)) say(`Mail           ${line}`);
  say("Ctrl-C stops everything.");
}

function tell(error: unknown): string {
  if (error instanceof EnvFault) return error.faults.join("\n");
  if (error instanceof CannotStart) return error.message;
  if (error instanceof DataDirInUse) {
    return `The data directory ${env().DATA_DIR} is in use by another start. Stop that one, or set DATA_DIR to another folder.`;
  }
  return error instanceof Error ? error.message : String(error);
}

// A second Ctrl-C, or npm's copy of the first, must not cut the clean stop short.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
try {
  await start();
} catch (error) {
  if (!stopping) {
    process.stderr.write(`${tell(error)}\n`);
    await stop(1);
  }
}
