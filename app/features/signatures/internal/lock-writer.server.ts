import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import type { Person } from "../signature.ts";
import { lockByToken } from "./signature-row.server.ts";
import type { SignatureByToken } from "./signature-row.server.ts";

/**
 * The signature of whoever holds a cookie, locked; null when the cookie is of another campaign or serves no more. Once
 * confirmed, only the cookie given behind the mailed link writes (fault 50).
 */
export async function lockWriter(
  tx: Tx,
  by: By,
  hash: Uint8Array,
  campaignId: string,
): Promise<(Omit<SignatureByToken, "person"> & { person: Person }) | null> {
  const found = await lockByToken(tx, hash, ["letter", "writer"]);
  if (!found?.person || found.campaignId !== campaignId || found.expiresAt.getTime() <= by.now.getTime()) return null;
  if (found.state !== "pending" && found.state !== "confirmed") return null;
  if (found.state === "confirmed" && found.purpose !== "writer") return null;
  return { ...found, person: found.person };
}
