import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { EnvFault, env } from "#app/lib/env.server.ts";
import { ensureBuild } from "./build.ts";
import { DataDirInUse, startPostgres } from "./embedded-postgres.ts";
import type { Cluster } from "./embedded-postgres.ts";

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

let cluster: Cluster | undefined;
const children: { name: string; child: ChildProcess; ended: Promise<void> }[] = [];
let stopping: Promise<never> | undefined;

/** Ends everything in reverse, the database last. */
function stop(code: number): Promise<never> {
  return (stopping ??= (async () => {
    for (const { child } of [...children].reverse()) child.kill("SIGTERM");
    await Promise.all(children.map(({ ended }) => ended));
    await cluster?.stop();
    say(code === 0 ? "Stopped." : "Stopped after a fault.");
    process.exit(code);
  })());
}

/** Starts one of the processes and resolves when it says that it serves. */
function startChild(name: "web" | "worker", databaseUrl: string): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", root(`server/${name}.ts`)], {
    cwd: root("."),
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: env().DATA_DIR },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on("line", (line) => say(`${name.padEnd(6)} ${line}`));
  }
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  children.push({ name, child, ended });
  return new Promise((resolve) => {
    child.on("message", (message) => message === "ready" && resolve());
    child.on("exit", (code) => {
      if (stopping) return;
      say(`The ${name} process ended by itself (${code ?? "killed"}).`);
      void stop(1);
    });
  });
}

async function start(): Promise<void> {
  const { DATA_DIR, DATABASE_URL, APP_URL, RESEND_API_KEY, isProduction } = env();
  ensureBuild();
  if (!DATABASE_URL) {
    cluster = await startPostgres(DATA_DIR);
    if (cluster.movedTo) say(`The database lies in ${cluster.movedTo}: this folder cannot be entered by the user it runs as.`);
    void cluster.ended.then(() => {
      if (stopping) return;
      say("The database ended by itself.");
      void stop(1);
    });
  }
  const databaseUrl = DATABASE_URL ?? cluster?.url ?? "";
  await startChild("worker", databaseUrl);
  await startChild("web", databaseUrl);
  say("");
  say(`Redress      ${APP_URL}`);
  if (isProduction) {
    say(RESEND_API_KEY ? "Mail         live sending" : "Mail         waits: RESEND_API_KEY is not set");
  } else {
    say(`Mailbox      ${APP_URL}/mailbox`);
    say(`Mail         no live sending${RESEND_API_KEY ? " (RESEND_API_KEY is set, but NODE_ENV is not production)" : ""}`);
  }
  say("Ctrl-C stops everything.");
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
try {
  await start();
} catch (error) {
  if (error instanceof EnvFault) say(error.faults.join("\n"));
  else if (error instanceof DataDirInUse) say(`Another start is using ${env().DATA_DIR}. Stop it first, or set DATA_DIR.`);
  else say(error instanceof Error ? error.message : String(error));
  await stop(1);
}
