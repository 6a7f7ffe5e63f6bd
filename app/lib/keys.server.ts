import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A key of the ring that seals personal data. */
export type PiiKey = { id: string; key: Uint8Array };

/** The file of a data directory with its secrets. */
export const keysFile = "keys.json";

const keyShape = /^([a-z0-9-]{1,32}):([A-Za-z0-9_-]{43})$/;

/** The key ring of `PII_KEYS`: `id:base64url` of 32 bytes, separated by commas; the first one writes. Null: not a ring. */
export function parseKeyRing(text: string): PiiKey[] | null {
  const ring: PiiKey[] = [];
  for (const part of text.split(",")) {
    const found = keyShape.exec(part.trim());
    if (!found) return null;
    const key = Buffer.from(found[2], "base64url");
    if (key.length !== 32 || ring.some((other) => other.id === found[1])) return null;
    ring.push({ id: found[1], key });
  }
  return ring;
}

export function ringText(ring: readonly PiiKey[]): string {
  return ring.map(({ id, key }) => `${id}:${Buffer.from(key).toString("base64url")}`).join(",");
}

const storedKeys = z.looseObject({ SESSION_SECRET: z.string(), PII_KEYS: z.string(), LOOKUP_KEY: z.string() });
/** A newer version may have put more into the file, which stays. */
export type StoredKeys = Pick<z.output<typeof storedKeys>, "SESSION_SECRET" | "PII_KEYS" | "LOOKUP_KEY">;

/**
 * The three secrets of a data directory, made at its first use. Several processes may ask at once: each writes its own
 * file in full, and the one whose link comes first gives the keys to all.
 */
export function ensureKeys(dataDir: string): StoredKeys {
  const stored = readKeys(dataDir);
  if (stored) return stored;
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, keysFile);
  const draft = written(path, newKeys());
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const won = readKeys(dataDir);
  if (!won) throw new Error(`${path} vanished while it was being made`);
  return won;
}

/** Gives a data directory another key ring, whole or not at all. Processes that run go on with the one they read. */
export function replaceKeyRing(dataDir: string, ring: readonly PiiKey[]): void {
  const path = join(dataDir, keysFile);
  renameSync(written(path, { ...ensureKeys(dataDir), PII_KEYS: ringText(ring) }), path);
}

/** A file beside `path` that lies on the disk in full. */
function written(path: string, keys: StoredKeys): string {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, JSON.stringify(keys, null, 2) + "\n");
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return draft;
}

/** The secrets that a data directory has; null where it has none. */
export function readKeys(dataDir: string): StoredKeys | null {
  const path = join(dataDir, keysFile);
  try {
    return storedKeys.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`${path} cannot be read as the keys of this data directory`, { cause: error });
  }
}

/** The key's id is random, so that rows sealed under a lost file's key name a key that is absent, not a wrong one. */
export function newPiiKey(): PiiKey {
  return { id: `k${randomBytes(3).toString("hex")}`, key: randomBytes(32) };
}

function newKeys(): StoredKeys {
  const secret = () => randomBytes(32).toString("base64url");
  return { SESSION_SECRET: secret(), PII_KEYS: ringText([newPiiKey()]), LOOKUP_KEY: secret() };
}
