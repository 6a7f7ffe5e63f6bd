import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { personSchema } from "#app/features/signatures/signature.ts";
import { closeDatabase } from "#app/lib/db.server.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { startPostgres } from "#server/embedded-postgres.ts";
import type { Cluster } from "#server/embedded-postgres.ts";
import { prepareDatabase } from "#server/prepare-database.ts";
import * as letterPage from "../../app/routes/c.$slug.letter._index.tsx";
import * as signPage from "../../app/routes/c.$slug.sign.tsx";
import * as confirmPage from "../../app/routes/confirm.$token._index.tsx";
import { startFakeResend } from "../fakes/resend.ts";
import type { FakeResend } from "../fakes/resend.ts";
import { aMail } from "../support/a-mail.ts";
import { clockOffset, run } from "../support/installation.ts";
import { mailedToken } from "../support/outbox.ts";
import { demoCampaign, open, post, typed } from "../support/routes.ts";
import { until } from "./bare-database.ts";

const folder = mkdtempSync(join(tmpdir(), "redress backup "));
const [dataDir, restored, backup] = ["data", "restored", "backup"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const common = { CLOCK_OFFSET: clockOffset(), ABUSE_LIMITS: "off" };
const sentinel = {
  givenName: "Sentinella",
  familyName: "Wachter",
  email: "sentinella@wachter.example",
  streetAddress: "17 Lighthouse Steps",
  locality: "Glendale",
  region: "CA",
};
const sentence = "My neighbour of the lighthouse asks where they are.";
const params = { slug: "detained" };

let source: Cluster;
let provider: FakeResend;
beforeAll(async () => {
  provider = await startFakeResend();
  source = await startPostgres(dataDir);
  Object.assign(process.env, common, { DATABASE_URL: source.url, DATA_DIR: dataDir });
  await prepareDatabase(source.url);
});
afterAll(async () => {
  await provider.close();
  rmSync(folder, { recursive: true, force: true });
});

async function command(script: "backup" | "restore" | "rotate-keys", DATA_DIR: string, ...args: string[]) {
  const process = run(`server/${script}.ts`, { ...common, DATA_DIR }, args);
  return { code: await process.ended, said: process.output() };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Runs a worker until `isDone`. */
async function working(env: { DATABASE_URL: string; DATA_DIR: string }, isDone: () => Promise<boolean>): Promise<void> {
  const worker = run("server/worker.ts", { ...common, ...env, RESEND_BASE_URL: provider.baseUrl });
  await worker.printed("worker-ready");
  await until(isDone);
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
}

const statesOf = async (client: pg.Client) =>
  (await client.query(`select "state", "reason", count(*)::int as n from "Delivery" group by 1, 2 order by 1, 2`)).rows;

/** Signs, writes a letter, confirms: the letter waits in the outbox. */
async function signAndWrite(): Promise<void> {
  const campaignId = await demoCampaign();
  const { cookie } = await post(signPage, typed(sentinel), { params });
  const letter = [
    ["body", sentence],
    ["recipient", "us/exec/state"],
  ] as [string, string][];
  expect((await post(letterPage, letter, { params, cookie })).status).toBe(303);
  const token = await mailedToken(campaignId, sentinel.email);
  const { shown } = await open(confirmPage, { params: { token } });
  const { texts } = z.object({ texts: z.string() }).parse(shown.pending);
  expect((await post(confirmPage, { texts }, { params: { token } })).status).toBe(303);
}

/** Signs again and again; answers who was told that they have signed. */
function signing(): { signed: string[]; stop: () => Promise<void> } {
  const signed: string[] = [];
  let isStopped = false;
  const signer = async () => {
    while (!isStopped) {
      const form = typed();
      if ((await post(signPage, form, { params })).status === 303) signed.push(form.email ?? "");
    }
  };
  const signers = [signer(), signer()];
  return {
    signed,
    stop: async () => {
      isStopped = true;
      await Promise.all(signers);
    },
  };
}

/** Lets the server write down what it has, again and again, as it does under load: the log that led there may go. */
function checkpointing(client: pg.Client): () => Promise<void> {
  let isStopped = false;
  const checkpoints = (async () => {
    while (!isStopped) await client.query("checkpoint");
  })();
  return async () => {
    isStopped = true;
    await checkpoints;
  };
}

describe("backup and restore", () => {
  it("fault 53: a backup taken while people sign is whole, readable by nobody else, and sends nothing again once restored", async () => {
    await signAndWrite();
    const client = await connect(source.url);
    const load = signing();
    await until(() => load.signed.length > 20);
    const stopCheckpoints = checkpointing(client);
    const before = [...load.signed];
    const made = await command("backup", dataDir, backup);
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining("The keys lie in it") });
    await stopCheckpoints();
    await load.stop();
    expect(load.signed.length).toBeGreaterThan(before.length);

    // What the backup holds as waiting has gone by the time that it is restored.
    await working({ DATABASE_URL: source.url, DATA_DIR: dataDir }, async () =>
      (await statesOf(client)).every(({ state }) => state === "accepted"),
    );
    expect(provider.taken().length).toBeGreaterThan(load.signed.length);
    await client.end();
    await closeDatabase();
    await source.stop();

    const done = await command("restore", restored, backup);
    expect(done).toMatchObject({
      code: 0,
      said: expect.stringMatching(/\d+ mails were waiting in it and may have gone/),
    });
    const cluster = await startPostgres(restored);
    const copy = await connect(cluster.url);
    const states = await statesOf(copy);
    expect(states).toEqual([{ state: "held", reason: "restored", n: expect.any(Number) }]);
    expect(states[0].n).toBeGreaterThan(before.length);
    const { rows } = await copy.query(`select "id", "sealedPerson" as "sealed" from "Signature"`);
    const people = rows.map(({ id, sealed }) => unseal("signatures/person", id, sealed, personSchema).email);
    expect(new Set(people)).toEqual(new Set([...people, ...before, sentinel.email]));
    expect(await damageOf(copy)).toEqual([]);

    provider.reset();
    const at = { DATABASE_URL: cluster.url, DATA_DIR: restored };
    const mail = await queuedIn(at);
    await working(at, async () => provider.ledger.length > 0);
    expect(
      provider.ledger.map(({ key }) => key),
      "nothing but what is new",
    ).toEqual([mail]);
    await copy.end();
    await cluster.stop();
  });

  it("shows nothing of a person, to nobody but its owner", () => {
    const files = readdirSync(backup, { recursive: true, withFileTypes: true });
    const paths = files.map((file) => ({ file, path: join(file.parentPath, file.name) }));
    for (const { file, path } of paths)
      expect(statSync(path).mode & 0o777, path).toBe(file.isDirectory() ? 0o700 : 0o600);
    expect(statSync(backup).mode & 0o777).toBe(0o700);
    const secrets = [sentence, ...Object.values(sentinel).filter((value) => value.length > 9), "Sentinella", "Wachter"];
    const telling = paths.filter(({ file, path }) => {
      const bytes = file.isFile() ? readFileSync(path) : Buffer.alloc(0);
      return secrets.some((secret) => bytes.includes(secret));
    });
    expect(telling.map(({ path }) => path)).toEqual([]);
  });

  it("is refused where it would overwrite, is not whole, or is used", async () => {
    const [unfinished, altered] = ["unfinished", "altered"].map((name) => join(folder, name)) as [string, string];
    for (const to of [unfinished, altered]) cpSync(backup, to, { recursive: true });
    rmSync(join(unfinished, "manifest.json"));
    appendFileSync(join(altered, "postgres/PG_VERSION"), " ");
    const empty = join(folder, "empty");
    const refusals = [
      [command("backup", restored, backup), "is not empty"],
      [command("backup", restored, join(restored, "backup")), "must lie outside"],
      [command("backup", empty, join(folder, "none")), "There is no database"],
      [command("restore", restored, backup), "holds a database"],
      [command("restore", empty, unfinished), "no backup, or one that was not finished"],
      [command("restore", empty, altered), "PG_VERSION is not what was written"],
    ] as const;
    for (const [refused, why] of refusals)
      expect(await refused).toMatchObject({ code: 1, said: expect.stringContaining(why) });
    expect(readdirSync(empty), "nothing is left").toEqual([]);

    const cluster = await startPostgres(restored);
    const used = await command("restore", restored, backup, "--move-aside");
    expect(used).toMatchObject({ code: 1, said: expect.stringContaining("is in use") });
    await cluster.stop();
  });

  it("fault 52: keys are rotated where nothing runs; the earlier backup still brings its own", async () => {
    expect(await command("rotate-keys", restored)).toMatchObject({
      code: 0,
      said: expect.stringContaining("out of use: k"),
    });
    const keysIn = (place: string) => JSON.parse(readFileSync(join(place, "keys.json"), "utf8")).PII_KEYS;
    expect(keysIn(restored)).not.toBe(keysIn(backup));
    const back = await command("restore", restored, backup, "--move-aside");
    expect(back).toMatchObject({ code: 0, said: expect.stringContaining("before-restore-") });
    expect(keysIn(restored)).toBe(keysIn(backup));
  });
});

/** What PostgreSQL's own examination finds wrong, in tables or indexes. */
async function damageOf(client: pg.Client): Promise<unknown[]> {
  await client.query("create extension amcheck");
  await client.query(
    `select bt_index_parent_check(c.oid, true, true) from pg_class c join pg_am m on m.oid = c.relam
     where m.amname = 'btree' and c.relkind = 'i'`,
  );
  const { rows } = await client.query(
    `select c.relname, v.msg from pg_class c, lateral verify_heapam(c.oid) v where c.relkind = 'r'`,
  );
  return rows;
}

/** Puts one mail into the outbox of another database than this process's; answers its id. */
async function queuedIn(env: { DATABASE_URL: string; DATA_DIR: string }): Promise<string> {
  Object.assign(process.env, env);
  vi.resetModules();
  const { closeDatabase, transaction } = await import("#app/lib/db.server.ts");
  const { now } = await import("#app/lib/clock.server.ts");
  const { queueMail } = await import("#app/features/delivery/queue-mail.server.ts");
  const mail = aMail(now());
  await transaction((tx) => queueMail(tx, { actor: "visitor", now: now() }, mail));
  await closeDatabase();
  return mail.id;
}
