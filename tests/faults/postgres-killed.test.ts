import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPostgres } from "#server/embedded-postgres.ts";
import type { Cluster } from "#server/embedded-postgres.ts";
import { serverPid } from "../support/installation.ts";

const dataDir = mkdtempSync(join(tmpdir(), "redress-killed-"));
const draft = join(dataDir, "postgres.4194999");
let cluster: Cluster;
beforeAll(async () => {
  mkdirSync(draft);
  cluster = await startPostgres(dataDir);
});
afterAll(async () => {
  await cluster.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: cluster.url });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

describe("the embedded PostgreSQL", () => {
  it("leaves nothing of a start that was killed while it made the cluster", () => {
    expect(existsSync(draft)).toBe(false);
  });

  it("is killed while a session is in the midst of a statement: the next start ends that session and serves", async () => {
    const client = await connect();
    await client.query("create table kept (n int); insert into kept values (1)");
    const busy = client.query("do $$ begin loop end loop; end $$").catch((error: Error) => error);
    const watch = await connect();
    for (let seen = 0; seen === 0;) {
      const { rows } = await watch.query("select 1 from pg_stat_activity where query like 'do %' and state = 'active'");
      seen = rows.length;
    }
    process.kill(serverPid(dataDir), "SIGKILL");
    await cluster.ended;

    cluster = await startPostgres(dataDir);
    expect(await busy).toBeInstanceOf(Error);
    const after = await connect();
    expect((await after.query("select n from kept")).rows).toEqual([{ n: 1 }]);
    await after.end();
  });

  it("that is just stopping, or starting, is waited for by the next start", async () => {
    // PostgreSQL's patient way to stop: it lets nobody in, and waits for who is there.
    const guest = await connect();
    process.kill(serverPid(dataDir), "SIGTERM");
    for (let isOpen = true; isOpen;) {
      const probe = new pg.Client({ connectionString: cluster.url });
      isOpen = await probe.connect().then(
        () => true,
        ({ code }: { code?: string }) => code !== "57P03",
      );
      await probe.end().catch(() => undefined);
    }
    const next = startPostgres(dataDir);
    const first = await Promise.race([
      next.then(() => "next"),
      new Promise((resolve) => setTimeout(resolve, 500, "waits")),
    ]);
    expect(first).toBe("waits");
    await guest.end();
    await cluster.stop();
    cluster = await next;
    await (await connect()).end();
  });
});
