import { resolve } from "node:path";
import { isDatabaseDown } from "#app/lib/db.server.ts";
import { EnvFault } from "#app/lib/env.server.ts";
import { KeyFault } from "#app/lib/keys-in-use.server.ts";
import { DataDirInUse, clustersIn, runningServer, startPostgres } from "./embedded-postgres.ts";

/** Why a command does not do what it was asked, in a sentence that says what to do instead. */
export class Refused extends Error {}

/** Runs a command of the operator: what stands in its way is said in plain words, with exit code 1. */
export async function runCommand(work: () => Promise<void>): Promise<never> {
  try {
    await work();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`);
    process.exit(1);
  }
}

function inWords(error: unknown): string {
  if (error instanceof EnvFault || error instanceof KeyFault) return error.faults.join("\n");
  if (error instanceof Refused) return error.message;
  if (error instanceof DataDirInUse) return "The data directory is in use: stop what runs there first.";
  // The disk is full, a folder is not ours: what the system says is enough.
  if (error instanceof Error && "syscall" in error && "path" in error) return error.message;
  if (isDatabaseDown(error)) return "The database does not answer.";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A folder as somebody typed it; npm runs a script in the project's folder, and says from which one it was called. */
export function folderFrom(typed: string): string {
  return resolve(process.env.INIT_CWD ?? ".", typed);
}

export interface OpenDatabase {
  url: string;
  /** Where its cluster lies. */
  data: string;
  /** A `start` runs it; else it runs for this command alone. */
  isServed: boolean;
}

/** Gives `work` the embedded database of a data directory: the one that runs, or else one that runs only for it. */
export async function withDatabase<T>(dataDir: string, work: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const [data] = clustersIn(dataDir);
  if (data === undefined) throw new Refused(`There is no database in ${dataDir}.`);
  const running = await runningServer(dataDir);
  if (running) return await work({ ...running, isServed: true });

  const cluster = await startPostgres(dataDir);
  // Whoever stops the command stops the server that it started.
  const stop = () => void cluster.stop().finally(() => process.exit(1));
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work({ url: cluster.url, data: clustersIn(dataDir)[0] ?? data, isServed: false });
  } finally {
    await cluster.stop();
    for (const signal of signals) process.off(signal, stop);
  }
}
