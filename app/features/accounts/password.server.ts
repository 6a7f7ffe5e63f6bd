import { hash, verify } from "@node-rs/argon2";

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
