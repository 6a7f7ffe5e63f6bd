import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import type { ZodType, z } from "zod";
import { env } from "#app/lib/env.server.ts";

/**
 * What is sealed, as "feature/what": "signatures/person". A constant in code, bound into every sealed value of its
 * kind: it may never be renamed while rows exist (tables may).
 */
export type SealLabel = `${string}/${string}`;

/** A sealed value cannot be opened: its key is absent, or it was altered or moved to another row. */
export class SealFault extends Error {
  readonly code: "absent-key" | "altered";
  constructor(code: "absent-key" | "altered", options?: ErrorOptions) {
    super(code, options);
    this.name = "SealFault";
    this.code = code;
  }
}

const version = 1;
const nonceLength = 12;
const tagLength = 16;

// Layout: version (1 byte), length of the key id (1), key id, nonce (12), tag (16), ciphertext.

/** AES-256-GCM over the value's JSON, under the first key of the ring, bound to the label and the row's id. */
export function seal(label: SealLabel, id: string, value: unknown): Uint8Array<ArrayBuffer> {
  return closed(label, id, Buffer.from(JSON.stringify(value), "utf8"));
}

/** Opens what `seal` made and parses it. Throws `SealFault`. */
export function unseal<S extends ZodType>(label: SealLabel, id: string, sealed: Uint8Array, schema: S): z.output<S> {
  return schema.parse(JSON.parse(opened(label, id, sealed).toString("utf8")));
}

/** The same content to the byte, under the first key of the ring. Throws `SealFault`. */
export function reseal(label: SealLabel, id: string, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  return closed(label, id, opened(label, id, sealed));
}

/** With what each value begins that is sealed under the first key of the ring, so that SQL can tell it from others. */
export function sealHeader(): Uint8Array<ArrayBuffer> {
  const [writer] = env().PII_KEYS;
  return new Uint8Array(headerOf(writer.id));
}

function headerOf(keyId: string): Buffer {
  return Buffer.concat([Buffer.from([version, keyId.length]), Buffer.from(keyId, "ascii")]);
}

function closed(label: SealLabel, id: string, content: Buffer): Uint8Array<ArrayBuffer> {
  const [writer] = env().PII_KEYS;
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", writer.key, nonce).setAAD(boundTo(label, id));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return new Uint8Array(Buffer.concat([headerOf(writer.id), nonce, cipher.getAuthTag(), sealed]));
}

function opened(label: SealLabel, id: string, sealed: Uint8Array): Buffer {
  const keyId = keyIdOf(sealed);
  const found = env().PII_KEYS.find((key) => key.id === keyId);
  if (!found) throw new SealFault("absent-key");
  const start = 2 + keyId.length;
  const nonce = sealed.subarray(start, start + nonceLength);
  const tag = sealed.subarray(start + nonceLength, start + nonceLength + tagLength);
  const ciphertext = sealed.subarray(start + nonceLength + tagLength);
  try {
    const decipher = createDecipheriv("aes-256-gcm", found.key, nonce, { authTagLength: tagLength })
      .setAAD(boundTo(label, id))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch (error) {
    throw new SealFault("altered", { cause: error });
  }
}

/** The id of the key that a value was sealed under: start asks it of stored rows and refuses when the key is absent. */
export function keyIdOf(sealed: Uint8Array): string {
  const length = sealed[1];
  if (sealed[0] !== version || sealed.length < 2 + length + nonceLength + tagLength) throw new SealFault("altered");
  return Buffer.from(sealed.subarray(2, 2 + length)).toString("ascii");
}

/**
 * What a row is found by without storing the value: an HMAC under a key of its own for each purpose, so that the same
 * person is not linkable across purposes ("matter:<id>").
 */
export function lookup(purpose: string, canonical: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", lookupKey(purpose)).update(canonical, "utf8").digest());
}

/** What tells one LOOKUP_KEY from another, and nothing about it. */
export function lookupFingerprint(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", keyFor(secret, "fingerprint")).update("").digest());
}

/** Purposes are few, those of a matter or a day among them; deriving a key costs more than its use. */
const mostKeys = 500;
const lookupKeys = new Map<string, Uint8Array>();

function lookupKey(purpose: string): Uint8Array {
  const known = lookupKeys.get(purpose);
  if (known) return known;
  const key = keyFor(env().LOOKUP_KEY, purpose);
  if (lookupKeys.size >= mostKeys) lookupKeys.clear();
  lookupKeys.set(purpose, key);
  return key;
}

function keyFor(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", `lookup ${purpose}`, 32));
}

/** Equality in constant time. */
export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function boundTo(label: SealLabel, id: string): Buffer {
  return Buffer.from(`${label}\0${id}`, "utf8");
}
