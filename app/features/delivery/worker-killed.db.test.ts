import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { closeDatabase, none, sql, transaction } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { startFakeResend } from "../../../tests/fakes/resend.ts";
import type { FakeResend } from "../../../tests/fakes/resend.ts";
import { aMail } from "../../../tests/support/a-mail.ts";
import { deliveryStates } from "./delivery.ts";
import { queueMail } from "./queue-mail.server.ts";
import { sendDeliveries } from "./send-deliveries.server.ts";

const noon = new Date("2026-11-24T12:00:00Z");
let provider: FakeResend;
beforeAll(async () => {
  provider = await startFakeResend();
});
afterAll(async () => {
  await provider.close();
  await closeDatabase();
});

/** A worker in a process of its own, which claims and sends what is due at noon. */
const worker = `
  import { sendDeliveries } from "#app/features/delivery/send-deliveries.server.ts";
  const now = () => new Date("${noon.toISOString()}");
  const signal = new AbortController().signal;
  await sendDeliveries({ actor: "worker", now: now() }, { workerId: "killed", limit: 10, signal, now });
`;

describe("fault 1: the worker is killed after the provider took the mail and before it could write that down", () => {
  it("sends one mail: the next worker asks under the same key", async () => {
    const mail = aMail(noon);
    await transaction((tx) => queueMail(tx, { actor: "visitor", now: noon }, mail));
    provider.next({ do: "hang", after: "accepting" });
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", worker], {
      env: { ...process.env, NODE_ENV: "test", RESEND_BASE_URL: provider.baseUrl },
      stdio: ["ignore", "ignore", "inherit"],
    });
    await Promise.race([provider.seen(1), once(child, "exit")]);
    expect(provider.taken()).toHaveLength(1);
    const killed = once(child, "exit");
    child.kill("SIGKILL");
    expect(await killed).toEqual([null, "SIGKILL"]);

    const row = z.object({ state: z.enum(deliveryStates), free: z.boolean() });
    const states = () => sql("test-state", `select "state", "leaseUntil" is null as "free" from "Delivery"`, [], row);
    expect(await states()).toEqual([{ state: "sending", free: false }]);

    const next = () =>
      sendDeliveries(
        { actor: "worker", now: noon },
        {
          workerId: "next",
          limit: 10,
          signal: new AbortController().signal,
          now: () => noon,
          settings: { ...env(), RESEND_BASE_URL: provider.baseUrl },
        },
      );
    expect(await next(), "its lease still runs").toBe(0);
    await sql("test-expire", `update "Delivery" set "leaseUntil" = clock_timestamp() - interval '1 second'`, [], none);
    expect(await next()).toBe(1);
    expect(await states()).toEqual([{ state: "accepted", free: true }]);
    expect(provider.ledger[1]).toEqual(provider.ledger[0]);
    expect(provider.taken()).toHaveLength(1);
  });
});
