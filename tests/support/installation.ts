import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The day on which tests take place; the directory's facts hold on it. */
const testDay = "2026-11-24T12:00:00Z";

export function clockOffset(begin = testDay): string {
  const seconds = Math.round((Date.parse(begin) - Date.now()) / 1000);
  return seconds < 0 ? `-PT${-seconds}S` : `PT${seconds}S`;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What a process inherits in a test: no variable of the developer's own shell can change the outcome. */
export function bareEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME } = process.env;
  return { PATH, HOME };
}

/** Runs one of the product's processes and keeps what it prints. Web and worker want their build and a prepared database. */
export function run(
  script: `server/${string}.ts`,
  env: Record<string, string | undefined>,
  args: string[] = [],
): {
  child: ChildProcess;
  output: () => string;
  printed: (text: string | RegExp) => Promise<void>;
  ended: Promise<number | null>;
} {
  const [, built] = /^server\/(web|worker)\.ts$/.exec(script) ?? [];
  const program = built ? [`build/processes/${built}.js`] : ["--import", "tsx", script];
  const child = spawn(process.execPath, [...program, ...args], {
    env: { ...bareEnvironment(), ...env } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  const printed = (wanted: string | RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (typeof wanted === "string" ? text.includes(wanted) : wanted.test(text)) {
          listeners.delete(look);
          resolve();
        }
      };
      listeners.add(look);
      void ended.then((code) => reject(new Error(`${script} ended (${code}) before printing ${wanted}:\n${text}`)));
      look();
    });
  return { child, output: () => text, printed, ended };
}

/** What `npm run web` and `npm run worker` do before anything else. Throws what it says where it refuses. */
export async function prepare(env: Record<string, string | undefined>): Promise<void> {
  const { ended, output } = run("server/prepare.ts", env);
  if ((await ended) !== 0) throw new Error(output());
}

export interface Installation {
  url: string;
  /** Of its embedded database. */
  databaseUrl: string;
  dataDir: string;
  output: () => string;
  stop: () => Promise<number | null>;
}

/** Starts everything by the one command, with a data directory of its own, and waits until it says where it is. */
export async function startInstallation(env: Record<string, string | undefined> = {}): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), "redress-data-"));
  const port = await freePort();
  const started = run("server/start.ts", {
    DATA_DIR: dataDir,
    PORT: String(port),
    CLOCK_OFFSET: clockOffset(),
    ...env,
  });
  await started.printed("no live sending");
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    databaseUrl: embeddedUrl(dataDir),
    dataDir,
    output: started.output,
    stop: async () => {
      started.child.kill("SIGTERM");
      const code = await started.ended;
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}

/** What PostgreSQL writes of itself while it lives (storage.html of its manual), a line each: number, folder, start, port. */
const serverLines = (dataDir: string) => readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");

/** The process of the embedded PostgreSQL. */
export const serverPid = (dataDir: string): number => Number(serverLines(dataDir)[0]);

export function embeddedUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, "postgres-password"), "utf8").trim();
  const port = serverLines(dataDir)[3];
  return `postgresql://redress:${password}@127.0.0.1:${port}/redress`;
}
