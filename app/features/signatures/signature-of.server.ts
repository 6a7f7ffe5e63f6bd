import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { tokenHash } from "#app/lib/id.server.ts";
import { readByToken } from "./internal/signature-row.server.ts";
import type { SignatureByToken } from "./internal/signature-row.server.ts";
import type { Person, TokenPurpose } from "./signature.ts";

/** A signature whose person is not erased. Its id tells its instant: it stays on the server. */
export type Signature = Omit<SignatureByToken, "person"> & { person: Person; isExpired: boolean };

/**
 * The signature that a token stands for, or null. It writes nothing: mail scanners open links (fault 21). `isExpired`
 * says that the token serves no more; only a mailed link is answered then (it can mail a new one to its own address).
 */
export async function signatureByToken(
  by: By,
  token: string,
  purposes: readonly TokenPurpose[],
): Promise<Signature | null> {
  const found = await readByToken({ sql }, tokenHash(token), purposes);
  if (!found?.person || found.state === "expired") return null;
  const isExpired = found.expiresAt.getTime() <= by.now.getTime();
  if (isExpired && found.purpose !== "confirm") return null;
  return { ...found, person: found.person, isExpired };
}
