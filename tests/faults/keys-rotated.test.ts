import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import { now } from "#app/lib/clock.server.ts";
import { bytes, sql, transaction } from "#app/lib/db.server.ts";
import { keyIdOf } from "#app/lib/seal.server.ts";
import { startFakeResend } from "../fakes/resend.ts";
import type { FakeResend } from "../fakes/resend.ts";
import { aMail } from "../support/a-mail.ts";
import { prepare, run } from "../support/installation.ts";
import { startBareDatabase, until } from "./bare-database.ts";
import type { BareDatabase } from "./bare-database.ts";

const secret = () => randomBytes(32).toString("base64url");
const [old, fresh, LOOKUP_KEY] = [`old:${secret()}`, `fresh:${secret()}`, secret()];
let database: BareDatabase;
let provider: FakeResend;

beforeAll(async () => {
  database = await startBareDatabase();
  provider = await startFakeResend();
  await prepare({ ...database.env, PII_KEYS: old, LOOKUP_KEY });
  Object.assign(process.env, { PII_KEYS: old, LOOKUP_KEY });
});
afterAll(async () => {
  await provider.close();
  await database.stop();
});

const house = (script: string, PII_KEYS: string) =>
  run(`server/${script}.ts`, { ...database.env, PII_KEYS, LOOKUP_KEY, RESEND_BASE_URL: provider.baseUrl });
async function ended(script: string, ring: string): Promise<{ code: number | null; said: string }> {
  const process = house(script, ring);
  return { code: await process.ended, said: process.output() };
}
async function worker(ring: string) {
  await prepare({ ...database.env, PII_KEYS: ring, LOOKUP_KEY });
  const started = house("worker", ring);
  await started.printed("worker-ready");
  return started;
}

/** A mail in the outbox, sealed under the old key; a held one goes nowhere. */
async function aQueuedMail(state: "queued" | "held"): Promise<string> {
  const mail = aMail(now());
  await transaction((tx) => queueMail(tx, { actor: "visitor", now: now() }, mail));
  if (state === "held")
    await sql("test-hold", `update "Delivery" set "state" = 'held' where "id" = $1`, [mail.id], z.unknown());
  return mail.id;
}

it("fault 52: rotation waits for those that seal with the old key, keeps old rows readable, and takes it out of use", async () => {
  const before = await worker(old);
  const held = await aQueuedMail("held");
  expect(await ended("rotate-keys", old)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^PII_KEYS holds one key/),
  });
  expect(await ended("rotate-keys", `${fresh},${old}`)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^1 running process does not seal with fresh yet\./),
  });

  before.child.kill("SIGTERM");
  expect(await before.ended).toBe(0);
  const waiting = await aQueuedMail("queued");
  const after = await worker(`${fresh},${old}`);
  await provider.seen(1);
  expect(
    provider.ledger.map(({ key }) => key),
    "an old row is still readable",
  ).toEqual([waiting]);

  const rotated = await ended("rotate-keys", `${fresh},${old}`);
  expect(rotated).toMatchObject({ code: 0, said: expect.stringContaining("sealed under fresh; out of use: old.") });
  const payload = z.object({ payload: bytes });
  const [row] = await sql(
    "test-payload",
    `select "sealedPayload" as "payload" from "Delivery" where "id" = $1`,
    [held],
    payload,
  );
  expect(row && keyIdOf(row.payload)).toBe("fresh");

  expect(await ended("prepare", fresh), "the old key is needed no more").toEqual({ code: 0, said: "" });
  expect(await ended("prepare", old)).toEqual({
    code: 1,
    said: "PII_KEYS lacks the key fresh, under which rows are sealed\n",
  });
  expect(await ended("worker", old)).toEqual({
    code: 1,
    said: "PII_KEYS begins with old, which was rotated out of use\n",
  });
  after.child.kill("SIGTERM");
  expect(await after.ended).toBe(0);
});

it("a process whose key was taken out of use while its database was away ends", async () => {
  const [gone, other] = await Promise.all([worker(fresh), worker(fresh)]);
  const client = await database.connect();
  const holders = `from pg_stat_activity where application_name = 'redress key'`;
  await client.query(`delete from "KeyInUse" where "id" = 'seal:fresh'`);
  await client.query(`select pg_terminate_backend(pid) ${holders} limit 1`);
  expect(await Promise.race([gone.ended, other.ended])).toBe(1);
  await client.query(`insert into "KeyInUse" values ('seal:fresh', '\\x00', now())`);
  await client.query(`select pg_terminate_backend(pid) ${holders}`);
  await until(async () => (await client.query(`select 1 ${holders}`)).rowCount === 1);
  const left = [gone, other].find(({ child }) => child.exitCode === null);
  left?.child.kill("SIGTERM");
  expect(await left?.ended, "one that comes back in time goes on").toBe(0);
  await client.end();
});
