import { setTimeout as wait } from "node:timers/promises";
import { createHash } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { count, sql } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { KeyFault, sealKeyName } from "#app/lib/keys-in-use.server.ts";
import { locks } from "#app/lib/locks.ts";
import { seconds } from "#app/lib/time.ts";

const numberOf = (keyId: string) => createHash("sha256").update(keyId).digest().readUInt32BE() & 0x7fff_ffff;

/**
 * Lets the database know, for as long as this process lives, which key it seals with: a rotation waits for those that
 * seal with another, so that nothing is sealed under a key that was taken out of use. Throws `KeyFault` where that has
 * happened to ours, and calls `whenRetired` where it is found out later, after the database was away: then this process
 * may write no more.
 */
export async function holdKey(whenRetired: (fault: unknown) => void): Promise<{ release: () => Promise<void> }> {
  let held: pg.Client | undefined;
  let isReleased = false;

  const hold = async () => {
    const client = await holder(() => {
      if (client !== held || isReleased) return;
      held = undefined;
      holdAgain().catch(whenRetired);
    });
    held = client;
  };
  const holdAgain = async () => {
    while (!isReleased && !held) {
      await wait(seconds(1), undefined, { ref: false });
      await hold().catch(unlessRetired);
    }
  };

  await hold().catch((error: unknown) => {
    unlessRetired(error);
    holdAgain().catch(whenRetired);
  });
  return {
    release: async () => {
      isReleased = true;
      await held?.end().catch(() => undefined);
    },
  };
}

/** Whatever else hinders is waited out: without its database a process writes nothing. */
function unlessRetired(error: unknown): void {
  if (error instanceof KeyFault) throw error;
}

async function holder(whenEnded: () => void): Promise<pg.Client> {
  const [{ id }] = env().PII_KEYS;
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "redress key",
    connectionTimeoutMillis: seconds(3),
    keepAlive: true,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1, $2)", [locks.keyHolders, numberOf(id)]);
    // Only now: whoever takes a key out of use first looks who holds it.
    const { rowCount } = await client.query(`select 1 from "KeyInUse" where "id" = $1`, [sealKeyName(id)]);
    if (rowCount === 0) throw new KeyFault([`PII_KEYS begins with ${id}, which was rotated out of use`]);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  client.on("end", whenEnded);
  return client;
}

/** How many processes seal with another key than this one. */
export async function otherHolders(): Promise<number> {
  const [{ id }] = env().PII_KEYS;
  const [row] = await sql(
    "keys-other-holders",
    `select count(distinct "pid") as "n" from pg_locks
     where "locktype" = 'advisory' and "classid" = $1::oid and "objsubid" = 2 and "objid" <> $2::oid
       and "database" = (select "oid" from pg_database where "datname" = current_database())`,
    [locks.keyHolders, numberOf(id)],
    z.object({ n: count }),
  );
  return row?.n ?? 0;
}
