import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { roles } from "./account.ts";
import type { Role } from "./account.ts";
import { addMember } from "./campaign-members.server.ts";
import { isPassword, passwordHash } from "./password.server.ts";
import { setAccount } from "./set-account.server.ts";

/** Who signs in to the demonstration. Addresses under .example are nobody's (RFC 2606). */
export const demoEmail = (role: Role) => `${role}@demo.example`;
const names: Record<Role, string> = { admin: "Sample Admin", organizer: "Sample Organizer", staff: "Sample Staff" };

/** Sets the accounts of the demonstration to these passwords; the organizer belongs to the campaigns. */
export async function setDemoAccounts(by: By, passwords: Record<Role, string>, campaignIds: string[]): Promise<void> {
  for (const role of roles) {
    const hash = await passwordHash(passwords[role]);
    await transaction(async (tx) => {
      const given = { id: newId(by.now), email: demoEmail(role), name: names[role], role, passwordHash: hash };
      const id = await setAccount(tx, by, given);
      if (role === "organizer") for (const campaignId of campaignIds) await addMember(tx, by, campaignId, id);
    });
  }
}

/** Whether the accounts of the demonstration are there, with these passwords. */
export async function areDemoAccounts(_by: By, passwords: Record<Role, string>): Promise<boolean> {
  const found = await sql(
    "demo-accounts",
    `select u."email", a."password" from "User" u join "Account" a on a."userId" = u."id" and a."providerId" = 'credential'
     where u."email" = any($1) and u."removedAt" is null`,
    [roles.map(demoEmail)],
    z.object({ email: z.string(), password: z.string() }),
  );
  for (const role of roles) {
    const account = found.find(({ email }) => email === demoEmail(role));
    if (!account || !(await isPassword(passwords[role], account.password))) return false;
  }
  return true;
}

/** Takes from the demonstration's accounts what signs them in: their passwords lie in a file. */
export async function disarmDemoAccounts(_by: By): Promise<void> {
  await transaction(async (tx) => {
    for (const table of ["Session", "Account"])
      await tx.sql(
        `demo-disarm-${table}`,
        `delete from "${table}" where "userId" in (select "id" from "User" where "email" = any($1))`,
        [roles.map(demoEmail)],
        none,
      );
  });
}
