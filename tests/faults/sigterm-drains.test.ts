import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import { now } from "#app/lib/clock.server.ts";
import { sql, transaction } from "#app/lib/db.server.ts";
import { aMail } from "../support/a-mail.ts";
import { freePort, prepare, run } from "../support/installation.ts";
import { startBareDatabase, until } from "./bare-database.ts";
import type { BareDatabase } from "./bare-database.ts";

let database: BareDatabase;
beforeAll(async () => {
  database = await startBareDatabase();
  await prepare(database.env);
});
afterAll(() => database.stop());

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("fault 45: SIGTERM during work", () => {
  it("web answers what it has begun, takes nothing new, and ends with 0", async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const web = run("server/web.ts", { ...database.env, PORT: String(port) });
    await web.printed("web-ready");
    const client = await database.connect();
    await client.query("begin");
    await client.query(`lock table "LocalMail" in access exclusive mode`);
    const slow = fetch(`${url}/mailbox.json`);
    await until(async () => {
      const { rows } = await client.query("select 1 from pg_locks where not granted");
      return rows.length > 0;
    });

    web.child.kill("SIGTERM");
    await until(() =>
      fetch(`${url}/healthz`).then(
        () => false,
        () => true,
      ),
    );
    await client.query("rollback");
    await client.end();
    const answer = await slow;
    expect([answer.status, await answer.json()]).toEqual([200, []]);
    expect(await web.ended).toBe(0);
  });

  it("the worker waits for the mail that is with the provider, begins no other, and leaves no lease", async () => {
    const held: ServerResponse[] = [];
    const provider = createServer((_request, response) => void held.push(response)).listen(0, "127.0.0.1");
    await until(() => provider.listening);
    const at = now();
    await transaction(async (tx) => {
      for (let n = 0; n < 30; n += 1) await queueMail(tx, { actor: "visitor", now: at }, aMail(at));
    });
    const base = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    const worker = run("server/worker.ts", { ...database.env, RESEND_BASE_URL: base });
    await until(() => held.length > 0);
    await wait(300);
    const begun = held.length;

    worker.child.kill("SIGTERM");
    await wait(300);
    expect(worker.child.exitCode).toBeNull();
    for (const response of held) {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ id: randomUUID() }));
    }
    expect(await worker.ended).toBe(0);
    expect(held.length).toBe(begun);
    provider.closeAllConnections();
    provider.close();

    const row = z.object({ state: z.string(), n: z.number(), leased: z.boolean() });
    const states = `select "state", count(*)::int as "n", bool_or("leaseUntil" is not null) as "leased" from "Delivery" group by 1 order by 1`;
    expect(await sql("test-states", states, [], row)).toEqual([
      { state: "accepted", n: begun, leased: false },
      { state: "queued", n: 30 - begun, leased: false },
    ]);
  });
});
