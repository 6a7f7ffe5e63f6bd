/**
 * `npm run account:invite -- EMAIL --role admin|organizer|staff`: prints a link by which its holder gets an account, or a
 * new password. How the first admin of a production installation is made; web and worker may run.
 */
import { isRole, roles } from "#app/features/accounts/account.ts";
import type { Role } from "#app/features/accounts/account.ts";
import { inviteByLink } from "#app/features/accounts/invite.server.ts";
import { now } from "#app/lib/clock.server.ts";
import { closeDatabase } from "#app/lib/db.server.ts";
import { parseEmail } from "#app/lib/email-address.ts";
import { parseEnv } from "#app/lib/env.server.ts";
import { formatDateTime } from "#app/lib/format.ts";
import { alone, migrate } from "./migrate.ts";
import { Refused, runCommand, withDatabase } from "./operator-command.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const usage = `Say whom to invite, and as what: npm run account:invite -- name@example.org --role ${roles.join("|")}`;

type Invited = { email: string; role: Role };

/** `EMAIL --role ROLE`, in any order. */
function readArguments(given: string[]): Invited {
  const rest = [...given];
  const at = rest.findIndex((word) => /^--role(=|$)/.test(word));
  if (at < 0) throw new Refused(usage);
  const [flag = ""] = rest.splice(at, 1);
  const role = flag.includes("=") ? flag.slice(flag.indexOf("=") + 1) : (rest.splice(at, 1)[0] ?? "");
  const [typed = "", ...more] = rest;
  const parsed = parseEmail(typed);
  if (!isRole(role) || !parsed.ok || more.length > 0) throw new Refused(usage);
  return { email: parsed.email, role };
}

async function invite(databaseUrl: string, invited: Invited): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  await alone(databaseUrl, () => migrate(databaseUrl));
  try {
    const { link, expiresAt } = await inviteByLink({ actor: "operator", now: now() }, invited);
    say(`This link makes ${invited.email} ${invited.role}. It works once, until ${formatDateTime("en", expiresAt)}:`);
    say(link);
  } finally {
    await closeDatabase();
  }
}

await runCommand(async () => {
  const invited = readArguments(process.argv.slice(2));
  const { DATABASE_URL, DATA_DIR } = parseEnv(process.env);
  if (DATABASE_URL) return await invite(DATABASE_URL, invited);
  await withDatabase(DATA_DIR, ({ url }) => invite(url, invited));
});
