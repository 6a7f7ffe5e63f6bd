import { randomInt } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { roles } from "#app/features/accounts/account.ts";
import type { Role } from "#app/features/accounts/account.ts";
import {
  areDemoAccounts,
  demoEmail,
  disarmDemoAccounts,
  setDemoAccounts,
} from "#app/features/accounts/demo-accounts.server.ts";
import { demoCampaignIds } from "#app/features/campaigns/demo-campaign-ids.server.ts";
import type { By } from "#app/lib/by.ts";
import { env } from "#app/lib/env.server.ts";

const file = (dataDir: string) => join(dataDir, "demo-sign-ins.json");
const stored = z.object({ admin: z.string(), organizer: z.string(), staff: z.string() });

/** The passwords of the demonstration's accounts as they lie in the data directory; null: there are none. */
function readPasswords(dataDir: string): Record<Role, string> | null {
  try {
    return stored.parse(JSON.parse(readFileSync(file(dataDir), "utf8")));
  } catch {
    return null;
  }
}

/** What to type to sign in to the demonstration, a line for each account. */
export function demoSignIns(dataDir: string): string[] {
  const passwords = readPasswords(dataDir);
  return passwords ? roles.map((role) => `${demoEmail(role)}  ${passwords[role]}`) : [];
}

/**
 * Where a demonstration is loaded, its accounts exist and their passwords, made here once, lie in the data directory for
 * its owner alone. In production nobody signs in with them.
 */
export async function keepDemoSignIns(by: By): Promise<void> {
  const { DATA_DIR, DEMO, isProduction } = env();
  if (isProduction) {
    await disarmDemoAccounts(by);
    return;
  }
  const campaignIds = DEMO === "off" ? [] : await demoCampaignIds(by);
  const kept = readPasswords(DATA_DIR);
  if (campaignIds.length === 0) {
    if (kept) rmSync(file(DATA_DIR), { force: true });
    return;
  }
  if (kept && (await areDemoAccounts(by, kept))) return;
  const passwords = kept ?? { admin: fourWords(), organizer: fourWords(), staff: fourWords() };
  await setDemoAccounts(by, passwords, campaignIds);
  if (kept) return;
  const draft = `${file(DATA_DIR)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file(DATA_DIR));
}

const consonants = "bdfghjkmnprstvz";
const vowels = "aeiou";

/** Four made-up words, 65 bits of chance, that can be read from a terminal and typed. */
function fourWords(): string {
  const one = (letters: string) => letters[randomInt(letters.length)] ?? "";
  const word = () => `${one(consonants)}${one(vowels)}${one(consonants)}${one(vowels)}${one(consonants)}`;
  return [word(), word(), word(), word()].join("-");
}
