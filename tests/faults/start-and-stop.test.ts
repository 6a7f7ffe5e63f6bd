import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRunning } from "../soak/processes.ts";
import { freePort, run } from "../support/installation.ts";
import { until } from "./bare-database.ts";

// Below a folder that nobody but its owner may enter, and with a space.
const folder = mkdtempSync(join(tmpdir(), "redress start "));
const dataDir = join(folder, "data");
let port: number;
beforeAll(async () => {
  port = await freePort();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (env: Record<string, string> = {}) =>
  run("server/start.ts", { DATA_DIR: dataDir, PORT: String(port), ...env });
const answers = (path: string) =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    ({ ok }) => ok,
    () => false,
  );
const workerPid = (output: string) => Number([...output.matchAll(/"worker":"w-(\d+)-/g)].at(-1)?.[1]);
/** The server's process while it lives; PostgreSQL removes the file when it has shut down. */
const pidFile = join(dataDir, "postgres/postmaster.pid");

describe("npm start", () => {
  it("says where it is and, with a provider's key set, that nothing is sent (fault 56); stops cleanly, the database last", async () => {
    const first = start({ RESEND_API_KEY: "re_somebodys" });
    await first.printed("no live sending");
    expect(first.output()).toContain(`http://127.0.0.1:${port}/mailbox`);
    expect(first.output()).not.toContain("re_somebodys");
    expect(await answers("/readyz")).toBe(true);

    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^The data directory .* is in use by another start\./);
    expect(await answers("/readyz"), "the first goes on").toBe(true);

    first.child.kill("SIGINT");
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    const ends = ["worker-stopped", "web-stopped", "Stopped."].map((word) => first.output().indexOf(word));
    expect(ends.every((at) => at > 0)).toBe(true);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect(existsSync(pidFile)).toBe(false);
    expect(isRunning(workerPid(first.output()))).toBe(false);
    expect(await answers("/healthz")).toBe(false);
  });

  it("leaves no worker and no web when it is killed, and takes over its orphaned database (fault 58)", async () => {
    const killed = start();
    await killed.printed("no live sending");
    const worker = workerPid(killed.output());
    expect(isRunning(worker)).toBe(true);
    killed.child.kill("SIGKILL");
    await killed.ended;
    await until(async () => !isRunning(worker) && !(await answers("/healthz")));
    expect(existsSync(pidFile), "the database is an orphan").toBe(true);

    const next = start();
    await next.printed("no live sending");
    expect(await answers("/readyz")).toBe(true);
    next.child.kill("SIGTERM");
    expect(await next.ended).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  });

  it("starts after a crash of the machine left a process number that another program has now", async () => {
    const now = Math.floor(Date.now() / 1000);
    writeFileSync(pidFile, `${process.pid}\n${join(dataDir, "postgres")}\n${now}\n1\n\n127.0.0.1\n\nready\n`);
    const started = start({ PORT: "0" });
    await started.printed("no live sending");
    started.child.kill("SIGTERM");
    expect(await started.ended).toBe(0);
  });

  it("says so when the port is taken, and leaves nothing running", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await until(() => other.listening);
    const taken = (other.address() as AddressInfo).port;
    const refused = start({ PORT: String(taken) });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(`Port ${taken} of 127.0.0.1 is in use`);
    expect(existsSync(pidFile)).toBe(false);
    other.close();
  });

  it("names each wrong setting in a line, and starts nothing", async () => {
    const refused = start({ PORT: "http", DEMO: "maybe" });
    expect(await refused.ended).toBe(1);
    expect(refused.output().trim().split("\n")).toEqual([
      expect.stringMatching(/^PORT must be/),
      expect.stringMatching(/^DEMO must be/),
    ]);
  });
});
