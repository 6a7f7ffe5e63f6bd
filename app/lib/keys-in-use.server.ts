import { createHmac } from "node:crypto";
import { z } from "zod";
import { bytes, none, sql } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import type { PiiKey } from "#app/lib/keys.server.ts";
import { bytesEqual, lookupFingerprint } from "#app/lib/seal.server.ts";

/** Rows of this database were made with keys that this process does not have. `faults` has one line for each. */
export class KeyFault extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(faults.join("\n"));
    this.name = "KeyFault";
    this.faults = faults;
  }
}

export interface Keys {
  PII_KEYS: readonly PiiKey[];
  LOOKUP_KEY: string;
}

/** Which keys rows were made with. */
export const keysInUse = `select "id", "fingerprint" from "KeyInUse" order by "id"`;
export const keyInUse = z.object({ id: z.string(), fingerprint: bytes });
type KeyInUse = z.output<typeof keyInUse>;

/** As a key of the ring stands in `KeyInUse`. */
export const sealKeyName = (keyId: string) => `seal:${keyId}`;

/** What is missing among `keys` to read and find rows that were made with those in use, a line each. */
export function keyFaults(keys: Keys, used: readonly KeyInUse[]): string[] {
  const given = fingerprints(keys);
  return used.flatMap(({ id, fingerprint }) => {
    const key = given.get(id);
    if (key && bytesEqual(key, fingerprint)) return [];
    if (id === "lookup") return ["LOOKUP_KEY is not the one that this database was made with"];
    const name = id.replace("seal:", "");
    return [`PII_KEYS ${key ? "has another key named" : "lacks the key"} ${name}, under which rows are sealed`];
  });
}

function fingerprints({ PII_KEYS, LOOKUP_KEY }: Keys): Map<string, Uint8Array> {
  const sealKeys = PII_KEYS.map(({ id, key }): [string, Uint8Array] => [
    sealKeyName(id),
    new Uint8Array(createHmac("sha256", key).update("fingerprint").digest()),
  ]);
  return new Map([...sealKeys, ["lookup", lookupFingerprint(LOOKUP_KEY)]]);
}

/**
 * Compares the keys of this process with those that the database's rows were made with, and notes the ones that it will
 * write with. Throws `KeyFault` before anything is written where one is absent or another under the same name: sealed
 * rows could not be read, and nobody who signed would be found again (fault 52).
 */
export async function noteKeys(now: Date): Promise<void> {
  const faults = keyFaults(env(), await sql("keys-in-use", keysInUse, [], keyInUse));
  if (faults.length > 0) throw new KeyFault(faults);

  const given = fingerprints(env());
  const [writer] = env().PII_KEYS;
  for (const id of [sealKeyName(writer.id), "lookup"]) {
    await sql(
      "keys-note",
      `insert into "KeyInUse" ("id", "fingerprint", "firstUsedAt") values ($1, $2, $3) on conflict ("id") do nothing`,
      [id, given.get(id), now],
      none,
    );
  }
}

/** Forgets the keys that nothing is sealed under any more, all but the one that writes; answers their ids. */
export async function forgetOtherKeys(): Promise<string[]> {
  const [writer] = env().PII_KEYS;
  const rows = await sql(
    "keys-forget",
    `delete from "KeyInUse" where "id" like 'seal:%' and "id" <> $1 returning "id"`,
    [sealKeyName(writer.id)],
    z.object({ id: z.string() }),
  );
  return rows.map(({ id }) => id.replace("seal:", "")).sort();
}
