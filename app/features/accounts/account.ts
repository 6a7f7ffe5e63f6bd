/** What an account may do. An admin may do what organizers and staff may. */
export const roles = ["admin", "organizer", "staff"] as const;
export type Role = (typeof roles)[number];

/** The same as a form offers them, the usual one first. */
export const offeredRoles: readonly Role[] = ["organizer", "staff", "admin"];

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

/** Somebody who signs in. */
export type Account = { id: string; name: string; email: string; role: Role };

/** Somebody with an account, as an admin sees them; `campaigns`: of how many they are a member. */
export type Person = Account & { hasSecondFactor: boolean; seenAt: Date | null; campaigns: number };

/** Whether somebody of this role may do what is asked of any of `asked`. */
export function mayActAs(role: Role, asked: readonly Role[]): boolean {
  return role === "admin" || asked.includes(role);
}
