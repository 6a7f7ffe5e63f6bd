import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { drainingTime } from "./lifecycle.ts";
import { fromRoot } from "./root.ts";

export type Child = {
  /** Resolves when the process says that it serves. */
  ready: Promise<void>;
  /** Resolves with its exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>;
  /** Asks it to finish what it has begun and to end; kills it where that takes too long. */
  stop: () => Promise<void>;
};

/** Our processes and how Node is told to run each: `prepare` works while the two others are still being built. */
const programs = {
  prepare: () => ["--import", import.meta.resolve("tsx"), fromRoot("server/prepare.ts")],
  web: () => [fromRoot("build/processes/web.js")],
  worker: () => [fromRoot("build/processes/worker.js")],
};
export type ChildName = keyof typeof programs;

/** Runs one of our processes; each line that it prints is said under its name. It ends when the channel to us closes. */
export function runChild(name: ChildName, env: Record<string, string>, say: (line: string) => void): Child {
  const child: ChildProcess = spawn(process.execPath, programs[name](), {
    cwd: fromRoot("."),
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on("line", (line) => say(`${name.padEnd(7)} ${line}`));
  }
  const ended = new Promise<number | string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(code ?? signal ?? "killed"));
  });
  const ready = new Promise<void>((resolve) => child.on("message", (message) => message === "ready" && resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    const calm = new AbortController();
    const patience = wait(drainingTime + 5000, undefined, { signal: calm.signal }).then(
      () => child.kill("SIGKILL"),
      () => undefined,
    );
    await ended;
    calm.abort();
    await patience;
  };
  return { ready, ended, stop };
}
