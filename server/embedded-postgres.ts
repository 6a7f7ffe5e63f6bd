import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { discard, postgresBinaries } from "./postgres-binaries.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";

/** Another start holds this data directory. */
export class DataDirInUse extends Error {}

export interface Cluster {
  url: string;
  /** Set where binaries and cluster had to be put elsewhere. */
  movedTo?: string;
  /** Resolves when the server has ended, whoever ended it. */
  ended: Promise<void>;
  /** Stops the server cleanly (fast shutdown); resolves when it has ended. */
  stop: () => Promise<void>;
}

const user = "redress";
// Held in the database by the `start` that owns the data directory: a live server with this lock free is an orphan.
const ownerLock = 7_265_647_265;

/**
 * Starts the PostgreSQL of a data directory, made at its first use: UTF-8 and C.UTF-8 whatever `LANG` says, UTC whatever
 * the machine's zone, its own port and password, on loopback only, logging neither statements nor parameters.
 * An orphan of a killed start is stopped first. Throws `DataDirInUse`.
 */
export async function startPostgres(dataDir: string): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const password = clusterPassword(dataDir);
  const binaries = postgresBinaries(dataDir, createHash("sha256").update(password).digest("hex").slice(0, 12));
  await makeCluster(binaries, password);
  await stopOrphan(binaries, password);

  const port = await freePort();
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
      max_connections: "60",
      shared_buffers: "128MB",
    }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
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
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));

  const url = (database: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  try {
    const owner = await connected(url("postgres"), child, () => complaint);
    // Somebody who looks for orphans may hold it for a moment.
    await own(owner, 20);
    const { rowCount } = await owner.query("select 1 from pg_database where datname = $1", [user]);
    if (!rowCount) await owner.query(`create database ${user}`);
    return {
      url: url(user),
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

/** Nothing of the caller's: neither its locale nor its zone may reach a cluster. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}

function clusterPassword(dataDir: string): string {
  const path = join(dataDir, "postgres-password");
  try {
    writeFileSync(path, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(path, "utf8").trim();
}

/** Made beside its place and moved there whole: an interrupted initdb leaves nothing that looks like a cluster. */
async function makeCluster(binaries: PostgresBinaries, password: string): Promise<void> {
  if (existsSync(join(binaries.data, "PG_VERSION"))) return;
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

/** A live server of this cluster whose owner is gone is stopped; one whose owner lives is in use. */
async function stopOrphan(binaries: PostgresBinaries, password: string): Promise<void> {
  const found = readPidFile(binaries.data);
  if (!found) return;
  if (!isServerOf(found.pid, binaries.data)) {
    // Left behind by a crash of the machine, and the pid may be another program's by now: PostgreSQL would refuse.
    rmSync(pidFile(binaries.data), { force: true });
    return;
  }
  const client = new pg.Client({
    connectionString: `postgresql://${user}:${password}@127.0.0.1:${found.port}/postgres`,
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch {
    // It stops just now, or stands half dead: PostgreSQL itself decides when the next one starts.
    return;
  }
  try {
    await own(client);
    if (secondsSinceEpoch() - found.startedAt < 3) {
      // So young that a sibling may not have taken its lock yet: it gets the time to.
      await client.query("select pg_advisory_unlock($1)", [ownerLock]);
      await wait(3000);
      await own(client);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
  process.kill(found.pid, "SIGINT");
  // Its pid may stay as a zombie where nobody reaps; the file goes when the server has ended.
  for (let turns = 0; readPidFile(binaries.data)?.pid === found.pid; turns += 1) {
    if (turns === 400) process.kill(found.pid, "SIGQUIT");
    if (turns > 600) throw new Error(`an orphaned PostgreSQL (process ${found.pid}) does not stop`);
    await wait(50);
  }
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
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(data);
  } catch {
    // No /proc here: what answers under our password is ours.
    return true;
  }
}

const secondsSinceEpoch = () => Math.floor(Date.now() / 1000);

/** Takes the lock of the data directory, which lives as long as this session. */
async function own(client: pg.Client, tries = 1): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [ownerLock]);
    if (rows[0]?.free) return;
    if (turn === tries) throw new DataDirInUse();
    await wait(50);
  }
}

async function connected(url: string, child: ChildProcess, complaint: () => string): Promise<pg.Client> {
  const until = process.hrtime.bigint() + 30_000_000_000n;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      if (/postmaster\.pid|lock file/.test(complaint())) throw new DataDirInUse();
      throw new Error(`PostgreSQL did not start: ${complaint()}`);
    }
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (process.hrtime.bigint() > until) throw error;
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
