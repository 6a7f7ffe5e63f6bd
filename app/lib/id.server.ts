import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";

/** A UUIDv7. It tells its instant: ids of signatures never leave the server. */
export function newId(now: Date): string {
  return v7({ msecs: now.getTime() });
}

/** `n` ids of one instant, in ascending order, so that what is made together keeps its order. */
export function newIds(now: Date, n: number): string[] {
  return Array.from({ length: n }, () => newId(now)).sort();
}

/** A secret to give out once (32 random bytes, base64url) and the hash that is kept of it. */
export function newToken(): { token: string; hash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: tokenHash(token) };
}

/** What a token is found by. A plain hash serves: 32 random bytes cannot be guessed. */
export function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token, "utf8").digest());
}
