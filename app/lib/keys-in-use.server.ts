import { createHmac } from "node:crypto";
import { z } from "zod";
import { bytes, none, sql } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { bytesEqual, lookup } from "#app/lib/seal.server.ts";

/** Rows of this database were made with keys that this process does not have. `faults` has one line for each. */
export class KeyFault extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(faults.join("\n"));
    this.name = "KeyFault";
    this.faults = faults;
  }
}

const row = z.object({ id: z.string(), fingerprint: bytes });

/**
 * Compares the keys of this process with those that the database's rows were made with, and notes the ones that it will
 * write with. Throws `KeyFault` before anything is written where one is absent or another under the same name: sealed
 * rows could not be read, and nobody who signed would be found again (fault 52).
 */
export async function noteKeys(now: Date): Promise<void> {
  const { PII_KEYS } = env();
  const sealKeys = PII_KEYS.map(({ id, key }): [string, Uint8Array] => [
    `seal:${id}`,
    new Uint8Array(createHmac("sha256", key).update("fingerprint").digest()),
  ]);
  const given = new Map([...sealKeys, ["lookup", lookup("fingerprint", "")]]);

  const used = await sql("keys-in-use", `select "id", "fingerprint" from "KeyInUse" order by "id"`, [], row);
  const faults = used.flatMap(({ id, fingerprint }) => {
    const key = given.get(id);
    if (key && bytesEqual(key, fingerprint)) return [];
    if (id === "lookup") return ["LOOKUP_KEY is not the one that this database was made with"];
    const name = id.replace("seal:", "");
    return [`PII_KEYS ${key ? "has another key named" : "lacks the key"} ${name}, under which rows are sealed`];
  });
  if (faults.length > 0) throw new KeyFault(faults);

  const [writer] = sealKeys;
  for (const id of [writer?.[0] ?? "", "lookup"]) {
    await sql(
      "keys-note",
      `insert into "KeyInUse" ("id", "fingerprint", "firstUsedAt") values ($1, $2, $3) on conflict ("id") do nothing`,
      [id, given.get(id), now],
      none,
    );
  }
}
