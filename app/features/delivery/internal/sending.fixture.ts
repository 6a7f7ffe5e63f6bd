import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { z } from "zod";
import { closeDatabase, instant, none, sql, transaction } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { startFakeResend } from "../../../../tests/fakes/resend.ts";
import type { FakeResend } from "../../../../tests/fakes/resend.ts";
import { aMail } from "../../../../tests/support/a-mail.ts";
import { deliveryStates, transitions } from "../delivery.ts";
import type { RenderedMail } from "../mail.ts";
import { queueMail } from "../queue-mail.server.ts";
import { sendDeliveries } from "../send-deliveries.server.ts";
import type { Sending } from "../send-deliveries.server.ts";
import { Pace } from "./pace.ts";

export const noon = new Date("2026-11-24T12:00:00Z");
export let provider: FakeResend;

/** A provider and an empty outbox for each test of the file; no test makes a move that the table of states forbids. */
export function useOutbox(): void {
  beforeAll(async () => {
    provider = await startFakeResend();
  });
  afterAll(async () => {
    await provider.close();
    await closeDatabase();
  });
  beforeEach(async () => {
    provider.reset();
    await sql("test-clear", `truncate "Delivery", "DeliveryEvent", "Suppression"`, [], none);
  });
  afterEach(async () => {
    const moved = z.object({ from: z.enum(deliveryStates), to: z.enum(deliveryStates) });
    const moves = await sql(
      "test-moves",
      `select distinct "from", "to" from "DeliveryEvent" where "from" is not null`,
      [],
      moved,
    );
    for (const { from, to } of moves) expect(transitions[from].becomes, `${from} becomes ${to}`).toContain(to);
  });
}

/** What a worker does at an instant: one round. */
export function round(at: Date, given: Partial<Sending> = {}): Promise<number> {
  return sendDeliveries(
    { actor: "worker", now: at },
    {
      workerId: "w1",
      limit: 100,
      signal: new AbortController().signal,
      now: () => at,
      pace: new Pace(),
      settings: { ...env(), RESEND_BASE_URL: provider.baseUrl },
      ...given,
    },
  );
}

export async function queued(given: Partial<RenderedMail> = {}, at = noon): Promise<RenderedMail> {
  const mail = aMail(at, given);
  await transaction((tx) => queueMail(tx, { actor: "visitor", now: at }, mail));
  return mail;
}

const stored = z.object({
  state: z.enum(deliveryStates),
  reason: z.string().nullable(),
  attempts: z.number(),
  notBefore: instant,
  firstSentAt: instant.nullable(),
  leaseBy: z.string().nullable(),
  keepsMail: z.boolean(),
  keepsAddress: z.boolean(),
});

export async function row({ id }: RenderedMail) {
  const [found] = await sql(
    "test-row",
    `select "state", "reason", "attempts", "notBefore", "firstSentAt", "leaseBy",
       "sealedPayload" is not null as "keepsMail", "recipientHmac" is not null as "keepsAddress"
     from "Delivery" where "id" = $1`,
    [id],
    stored,
  );
  if (!found) throw new Error("no such delivery");
  return found;
}
export const wiped = { keepsMail: false, keepsAddress: false };

/** Every move of a delivery with its cause, oldest first. */
export async function history({ id }: RenderedMail): Promise<string[]> {
  const events = z.object({ from: z.string().nullable(), to: z.string(), cause: z.string() });
  const rows = await sql(
    "test-events",
    `select "from", "to", "cause" from "DeliveryEvent" where "deliveryId" = $1 order by "id"`,
    [id],
    events,
  );
  return rows.map(({ from, to, cause }) => `${from ?? ""} > ${to}: ${cause}`);
}

export async function letLeasesExpire(): Promise<void> {
  await sql(
    "test-expire",
    `update "Delivery" set "leaseUntil" = clock_timestamp() - interval '1 second' where "state" = 'sending'`,
    [],
    none,
  );
}
