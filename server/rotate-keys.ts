/**
 * `npm run keys:rotate`: seals everything anew under the first key of the ring, and takes the others out of use. Where the
 * keys lie in DATA_DIR it makes the new one itself. Web and worker may run; ended in between, it goes on where it was.
 */
import pg from "pg";
import { resealDeliveries } from "#app/features/delivery/reseal-deliveries.server.ts";
import { resealLetters } from "#app/features/letters/reseal-letters.server.ts";
import { resealSignatures } from "#app/features/signatures/reseal-signatures.server.ts";
import { now } from "#app/lib/clock.server.ts";
import { closeDatabase } from "#app/lib/db.server.ts";
import { env, parseEnv } from "#app/lib/env.server.ts";
import { otherHolders } from "#app/lib/key-holders.server.ts";
import { forgetOtherKeys, noteKeys } from "#app/lib/keys-in-use.server.ts";
import { newPiiKey, parseKeyRing, readKeys, replaceKeyRing } from "#app/lib/keys.server.ts";
import type { PiiKey } from "#app/lib/keys.server.ts";
import { locks } from "#app/lib/locks.ts";
import { sealHeader } from "#app/lib/seal.server.ts";
import { alone } from "./migrate.ts";
import { Refused, runCommand, withDatabase } from "./operator-command.ts";
import { tryLock } from "./try-lock.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
/** Every owner of a sealed column. */
const owners = { signatures: resealSignatures, letters: resealLetters, deliveries: resealDeliveries };

async function rotate(databaseUrl: string, dataDir: string, isOperators: boolean): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    if (!(await tryLock(client, locks.upkeep)))
      throw new Refused("A backup is made, or keys are rotated already: wait for its end.");
    if (!isOperators) addKey(dataDir);
    const [writer, ...others] = env().PII_KEYS;
    await noteKeys(now());
    if (others.length === 0) throw new Refused(oneKey);
    await refuseOthers(writer);
    await resealAll(writer);
    const forgotten = await alone(databaseUrl, async () => {
      await refuseOthers(writer);
      await refuseLeft(client);
      return await forgetOtherKeys();
    });
    if (!isOperators) replaceKeyRing(dataDir, [writer]);
    say(`Everything is sealed under ${writer.id}; out of use: ${forgotten.join(", ") || "none"}.`);
    say(isOperators ? dropYourself : "The old key is no longer in keys.json; backups made before carry it.");
  } finally {
    await closeDatabase();
    await client.end().catch(() => undefined);
  }
}

/** A ring of one has not been begun to be rotated; a longer one is on its way. */
function addKey(dataDir: string): void {
  const ring = parseKeyRing(readKeys(dataDir)?.PII_KEYS ?? "");
  if (!ring) throw new Refused(`There are no keys in ${dataDir}.`);
  if (ring.length > 1) return;
  const added = newPiiKey();
  replaceKeyRing(dataDir, [added, ...ring]);
  say(`${added.id} was added to the keys of ${dataDir}, before ${ring.map(({ id }) => id).join(", ")}.`);
}

/** A process that seals with another key would go on doing so, and may not even have this one. */
async function refuseOthers({ id }: PiiKey): Promise<void> {
  const n = await otherHolders();
  if (n > 0)
    throw new Refused(
      `${n} running ${n === 1 ? "process does" : "processes do"} not seal with ${id} yet. Restart web and worker ` +
        "(`npm start`: stop it and start it again), then run this command again.",
    );
}

async function resealAll({ id }: PiiKey): Promise<void> {
  for (const [owner, reseal] of Object.entries(owners)) {
    const { done, unreadable } = await reseal();
    say(`${owner}: ${done} sealed anew under ${id}.`);
    if (unreadable > 0) say(`${owner}: ${unreadable} cannot be opened, and stay as they are.`);
  }
}

/** Nothing may be left under another key, in whatever column, also one that no owner above knows of. */
async function refuseLeft(client: pg.Client): Promise<void> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = current_schema() and data_type = 'bytea' and column_name like 'sealed%' order by 1, 2`,
  );
  for (const { table, column } of columns) {
    const text = `select count(*)::int as "n" from "${table}" where substring("${column}" from 1 for length($1::bytea)) <> $1::bytea`;
    const { rows } = await client.query<{ n: number }>(text, [sealHeader()]);
    const n = rows[0]?.n ?? 0;
    if (n > 0)
      throw new Refused(
        `${n} values of ${table}.${column} are still under another key, which stays in use. Run this command again.`,
      );
  }
}

const oneKey =
  "PII_KEYS holds one key. Put a new one before it (see .env.example), PII_KEYS=new:…,old:…, restart web and worker with " +
  "that, then run this command with it.";
const dropYourself =
  "Take the old key out of PII_KEYS, and restart. Keep it as long as there are backups made before: they need it.";

await runCommand(async () => {
  const { DATABASE_URL, DATA_DIR, PII_KEYS } = parseEnv(process.env);
  const isOperators = PII_KEYS !== undefined;
  if (DATABASE_URL) return await rotate(DATABASE_URL, DATA_DIR, isOperators);
  await withDatabase(DATA_DIR, ({ url }) => rotate(url, DATA_DIR, isOperators));
});
