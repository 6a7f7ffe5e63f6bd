import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { locks } from "#app/lib/locks.ts";
import { clustersOf, discard, postgresBinaries } from "./postgres-binaries.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";
import { tryLock } from "./try-lock.ts";

/** Another start holds this data directory. */
export class DataDirInUse extends Error {}

export interface Cluster {
  url: string;
  port: number;
  /** Set where binaries and cluster had to be put elsewhere. */
  movedTo?: string;
  /** Resolves when the server has ended, whoever ended it. */
  ended: Promise<void>;
  /** Stops the server cleanly (fast shutdown); resolves when it has ended. */
  stop: () => Promise<void>;
}

const user = "redress";

/**
 * Starts the PostgreSQL of a data directory, made at its first use: UTF-8 and C.UTF-8 whatever `LANG` says, UTC whatever
 * the machine's zone, its own port and password, on loopback only, logging neither statements nor parameters.
 * An orphan of a killed start is stopped first. `givenPort`: where it listened before, for those who know it there. Throws
 * `DataDirInUse`.
 */
export async function startPostgres(dataDir: string, givenPort?: number): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const password = clusterPassword(dataDir);
  const binaries = binariesFor(dataDir);
  await makeCluster(binaries, password);
  await stopOrphan(binaries.data, password);

  const port = givenPort ?? (await freePort());
  const url = (database: string) => addressOf(password, port, database);
  const { child, ended, client: owner } = await serve(binaries, port, url("postgres"));
  try {
    // Somebody who looks for orphans may hold it for a moment.
    await own(owner, 20);
    const { rowCount } = await owner.query("select 1 from pg_database where datname = $1", [user]);
    if (!rowCount) await owner.query(`create database ${user}`);
    return {
      url: url(user),
      port,
      movedTo: binaries.movedTo,
      ended,
      stop: async () => {
        await owner.end().catch(() => undefined);
        await stopped(child, ended);
      },
    };
  } catch (error) {
    await stopped(child, ended);
    throw error;
  }
}

interface Server {
  child: ChildProcess;
  ended: Promise<void>;
  client: pg.Client;
}

/** Runs the server and connects to it, once the last sessions of one that was killed have noticed and ended. */
async function serve(binaries: PostgresBinaries, port: number, url: string): Promise<Server> {
  const { file, args, uid, gid } = binaries.command(binaries.postgres, [
    ...["-D", binaries.data, "-p", String(port), "-k", ""],
    ...Object.entries({
      listen_addresses: "127.0.0.1",
      timezone: "UTC",
      log_timezone: "UTC",
      log_statement: "none",
      log_min_error_statement: "panic",
      log_parameter_max_length_on_error: "0",
      log_min_messages: "fatal",
      max_connections: "100",
      shared_buffers: "128MB",
    }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  for (let turn = 0; ; turn += 1) {
    // Detached: the terminal's Ctrl-C must not reach the database, which is stopped last.
    const child = spawn(file, args, {
      detached: true,
      uid,
      gid,
      cwd: binaries.data,
      env: serverEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    child.stderr?.on("data", (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)));
    // Its pipe closes later where sessions of a killed server still hold it.
    const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
    const said = new Promise<void>((resolve) => child.on("close", () => resolve()));
    try {
      return { child, ended, client: await connected(url, child) };
    } catch (error) {
      await stopped(child, ended);
      await Promise.race([said, wait(1000)]);
      if (/postmaster\.pid|lock file/.test(complaint)) throw new DataDirInUse();
      if (!/pre-existing shared memory/.test(complaint) || turn === 60) {
        throw new Error(`PostgreSQL cannot be used: ${complaint}`, { cause: error });
      }
      endSessions(binaries.data);
      await wait(500);
    }
  }
}

/** A session in the midst of a statement does not see that its server was killed. Where /proc shows them, they are told. */
function endSessions(data: string): void {
  const folder = realpathSync(data);
  for (const name of existsSync("/proc") ? readdirSync("/proc") : []) {
    try {
      const isSession = /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, "utf8").startsWith("postgres: ");
      if (isSession && realpathSync(`/proc/${name}/cwd`) === folder) process.kill(Number(name), "SIGTERM");
    } catch {
      // It has ended meanwhile, or is somebody else's.
    }
  }
}

const addressOf = (password: string, port: number, database: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

/** Which cluster of a data directory it is: another password, another cluster. */
const generationOf = (password: string) => createHash("sha256").update(password).digest("hex").slice(0, 12);

/** The file of a data directory with its cluster's password. */
export const passwordFile = "postgres-password";

/** How to run the cluster of a data directory that has its password, and where the cluster lies, made or not. */
export function binariesFor(dataDir: string): PostgresBinaries {
  return postgresBinaries(dataDir, generationOf(clusterPassword(dataDir)));
}

/** The clusters of a data directory, the one in use first; none where nothing was started there yet. */
export function clustersIn(dataDir: string): string[] {
  const password = readPassword(dataDir);
  return clustersOf(dataDir, password === null ? "" : generationOf(password));
}

/** The server that a `start` runs of this data directory just now; null where none runs, or its `start` is gone. */
export async function runningServer(dataDir: string): Promise<{ url: string; data: string } | null> {
  const password = readPassword(dataDir);
  const [data] = clustersIn(dataDir);
  const found = data === undefined ? null : readPidFile(data);
  if (password === null || data === undefined || !found || !isServerOf(found.pid, data)) return null;
  const client = new pg.Client({
    connectionString: addressOf(password, found.port, "postgres"),
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await own(client);
    return null;
  } catch (error) {
    return error instanceof DataDirInUse ? { url: addressOf(password, found.port, user), data } : null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Makes sure that no server runs of this data directory: an orphan is stopped. Throws `DataDirInUse` where one runs whose
 * `start` lives, or one that cannot be asked.
 */
export async function refuseRunning(dataDir: string): Promise<void> {
  const password = readPassword(dataDir);
  for (const data of clustersIn(dataDir)) {
    if (password !== null) await stopOrphan(data, password);
    const left = readPidFile(data);
    if (left && isServerOf(left.pid, data)) throw new DataDirInUse();
  }
}

/** Nothing of the caller's: neither its locale nor its zone may reach a cluster. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}

function readPassword(dataDir: string): string | null {
  try {
    return readFileSync(join(dataDir, passwordFile), "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}

function clusterPassword(dataDir: string): string {
  const path = join(dataDir, passwordFile);
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  // Written beside its place: whoever is killed in between leaves no half of it.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(24).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, "utf8").trim();
}

/** Made beside its place and moved there whole: an interrupted initdb leaves nothing that looks like a cluster. */
async function makeCluster(binaries: PostgresBinaries, password: string): Promise<void> {
  if (existsSync(join(binaries.data, "PG_VERSION"))) return;
  discardDrafts(binaries.data);
  const draft = `${binaries.data}.${process.pid}`;
  const secret = join(
    binaries.movedTo ? dirname(binaries.data) : tmpdir(),
    `redress-${randomBytes(6).toString("hex")}`,
  );
  writeFileSync(secret, password, { mode: 0o600 });
  binaries.own(secret);
  const { file, args, uid, gid } = binaries.command(binaries.initdb, [
    ...["-D", draft, "-U", user, `--pwfile=${secret}`, "--auth=scram-sha-256"],
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
  ]);
  const { status, stderr } = spawnSync(file, args, { uid, gid, env: serverEnvironment(), encoding: "utf8" });
  rmSync(secret, { force: true });
  if (status !== 0) {
    discard(draft);
    throw new Error(`initdb failed: ${stderr}`);
  }
  try {
    renameSync(draft, binaries.data);
  } catch (error) {
    discard(draft);
    if (!existsSync(join(binaries.data, "PG_VERSION"))) throw error;
  }
}

/** What starts left that were killed while they made a cluster. */
function discardDrafts(data: string): void {
  if (!existsSync(dirname(data))) return;
  for (const name of readdirSync(dirname(data))) {
    const [, pid] = name.startsWith(`${basename(data)}.`) ? (/\.(\d+)$/.exec(name) ?? []) : [];
    if (pid && !isAlive(Number(pid))) discard(join(dirname(data), name));
  }
}

/** A live server of this cluster whose owner is gone is stopped; one whose owner lives is in use. */
async function stopOrphan(data: string, password: string): Promise<void> {
  const found = readPidFile(data);
  if (!found) return;
  if (!isServerOf(found.pid, data)) {
    // Left behind by a crash of the machine, and the pid may be another program's by now: PostgreSQL would refuse.
    rmSync(pidFile(data), { force: true });
    return;
  }
  const asked = await askServer(data, found, password);
  // It has stopped meanwhile, or stands half dead: PostgreSQL itself decides when the next one starts.
  if (!asked) return;
  const { client, hasWaited } = asked;
  try {
    await own(client);
    if (hasWaited || secondsSinceEpoch() - found.startedAt < 3) {
      // So young that a sibling may not have taken its lock yet: it gets the time to.
      await client.query("select pg_advisory_unlock($1)", [locks.owner]);
      await wait(3000);
      await own(client);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
  process.kill(found.pid, "SIGINT");
  // Its pid may stay as a zombie where nobody reaps; the file goes when the server has ended.
  for (let turns = 0; readPidFile(data)?.pid === found.pid; turns += 1) {
    if (turns === 400) process.kill(found.pid, "SIGQUIT");
    if (turns > 600) throw new Error(`an orphaned PostgreSQL (process ${found.pid}) does not stop`);
    await wait(50);
  }
}

/**
 * Connects to a server that was found, however long it still begins (it reads its log again where it was killed) or stops.
 * `hasWaited`: it serves since this very moment. Null: it is gone, or cannot be asked.
 */
async function askServer(
  data: string,
  { pid, port }: { pid: number; port: number },
  password: string,
): Promise<{ client: pg.Client; hasWaited: boolean } | null> {
  const connectionString = addressOf(password, port, "postgres");
  for (let turn = 0; isServerOf(pid, data) && readPidFile(data)?.pid === pid; turn += 1) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return { client, hasWaited: turn > 0 };
    } catch (error) {
      await client.end().catch(() => undefined);
      const { code } = error as { code?: string };
      // 57P03: it starts up or shuts down. Refused: it was born a moment ago, and does not listen yet.
      if (code !== "57P03" && !(code === "ECONNREFUSED" && turn < 100)) return null;
      await wait(50);
    }
  }
  return null;
}

const pidFile = (data: string) => join(data, "postmaster.pid");

function readPidFile(data: string): { pid: number; startedAt: number; port: number } | null {
  try {
    const lines = readFileSync(pidFile(data), "utf8").split("\n").map(Number);
    const [pid, , startedAt, port] = lines;
    return pid && startedAt && port ? { pid, startedAt, port } : null;
  } catch {
    return null;
  }
}

/** Whether this process is the server of this cluster, and not a zombie nor another program with the same number. */
function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(data);
  } catch {
    // No /proc here: what answers under our password is ours.
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const secondsSinceEpoch = () => Math.floor(Date.now() / 1000);

/** Takes the lock of the data directory, which lives as long as this session. */
async function own(client: pg.Client, tries = 1): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    if (await tryLock(client, locks.owner)) return;
    if (turn === tries) throw new DataDirInUse();
    await wait(50);
  }
}

async function connected(url: string, child: ChildProcess): Promise<pg.Client> {
  const begun = process.hrtime.bigint();
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error("PostgreSQL did not start");
    }
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      // 57P03: it reads its log again after a crash or a restore, which takes as long as there is log.
      const isRecovering = (error as { code?: string }).code === "57P03";
      if (process.hrtime.bigint() - begun > (isRecovering ? 1_800_000_000_000n : 30_000_000_000n)) throw error;
      await wait(50);
    }
  }
}

async function stopped(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
  const calm = new AbortController();
  const patience = wait(20_000, undefined, { signal: calm.signal }).then(
    () => child.kill("SIGQUIT"),
    () => undefined,
  );
  await ended;
  calm.abort();
  await patience;
}

/** A port of loopback that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
