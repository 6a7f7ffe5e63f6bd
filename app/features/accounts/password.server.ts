import { hash, verify } from "@node-rs/argon2";

/** Shorter ones are refused: four words with spaces are longer. */
export const leastPassword = 15;
/** More is no safer, and hashing it costs us. */
export const mostPassword = 200;

/** OWASP's least for argon2id, which the library makes by itself: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is kept of a password. */
export function passwordHash(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/** Whether that is what was kept of it. */
export function isPassword(password: string, kept: string): Promise<boolean> {
  return verify(kept, password.normalize("NFKC"));
}
