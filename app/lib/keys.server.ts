import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A key of the ring that seals personal data. */
export type PiiKey = { id: string; key: Uint8Array };

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

const storedKeys = z.object({ SESSION_SECRET: z.string(), PII_KEYS: z.string(), LOOKUP_KEY: z.string() });
export type StoredKeys = z.output<typeof storedKeys>;

/**
 * The three secrets of a data directory, made at its first use. Several processes may ask at once: each writes its own
 * file in full, and the one whose link comes first gives the keys to all.
 */
export function ensureKeys(dataDir: string): StoredKeys {
  const path = join(dataDir, "keys.json");
  const stored = readKeys(path);
  if (stored) return stored;
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, JSON.stringify(newKeys(), null, 2) + "\n");
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const won = readKeys(path);
  if (!won) throw new Error(`${path} vanished while it was being made`);
  return won;
}

function readKeys(path: string): StoredKeys | null {
  try {
    return storedKeys.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`${path} cannot be read as the keys of this data directory`, { cause: error });
  }
}

/** The key's id is random, so that rows sealed under a lost file's key name a key that is absent, not a wrong one. */
function newKeys(): StoredKeys {
  const secret = () => randomBytes(32).toString("base64url");
  return {
    SESSION_SECRET: secret(),
    PII_KEYS: `k${randomBytes(3).toString("hex")}:${secret()}`,
    LOOKUP_KEY: secret(),
  };
}
