import { days } from "#app/lib/time.ts";
import type { Role } from "./account.ts";

/** For how long the link of an invitation works. */
export const invitationLife = days(7);

/** What the holder of a link may see of their invitation. */
export type OpenInvitation = { id: string; email: string; role: Role; isKnown: boolean; name: string };

/** Why a link no longer does anything. Who called it back is nobody's business but theirs. */
export type ClosedInvitation = "unknown" | "expired" | "used" | "revoked";

/** Where an invitation stands. */
export type InvitationState = "open" | Exclude<ClosedInvitation, "unknown">;

/** An invitation that nobody has taken up or called back. */
export type Invitation = { id: string; email: string; role: Role; expiresAt: Date; state: "open" | "expired" };

type Dates = { expiresAt: Date; usedAt: Date | null; revokedAt: Date | null };

/** What became of an invitation by `now`. */
export function invitationState({ expiresAt, usedAt, revokedAt }: Dates, now: Date): InvitationState {
  if (usedAt) return "used";
  if (revokedAt) return "revoked";
  return expiresAt > now ? "open" : "expired";
}
