import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "#app/features/accounts/account.ts";

/** What an account of the demonstration types to sign in: an installation wrote it into its data directory. */
export function demoSignIn(dataDir: string, role: Role): { email: string; password: string } {
  const passwords = JSON.parse(readFileSync(join(dataDir, "demo-sign-ins.json"), "utf8")) as Record<Role, string>;
  return { email: `${role}@demo.example`, password: passwords[role] };
}
