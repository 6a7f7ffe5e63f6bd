import { endAllSessions } from "#app/features/accounts/end-all-sessions.server.ts";
import { holdRestoredDeliveries } from "#app/features/delivery/hold-restored-deliveries.server.ts";
import { forgoReminders } from "#app/features/signatures/forgo-reminders.server.ts";
import { now } from "#app/lib/clock.server.ts";
import { noteKeys } from "#app/lib/keys-in-use.server.ts";
import { alone, migrate } from "./migrate.ts";

/**
 * Makes a restored database safe to be worked on (fault 53): brought to this version, its keys at hand, and nothing in it
 * goes by itself that may have gone after the backup was taken; who had signed out since is not signed in again. Answers how many mails wait for a person.
 */
export async function holdRestored(databaseUrl: string, takenAt: Date): Promise<number> {
  return await alone(databaseUrl, async () => {
    await migrate(databaseUrl);
    const by = { actor: "operator", now: now() } as const;
    await noteKeys(by.now);
    await endAllSessions(by);
    await forgoReminders(by);
    return await holdRestoredDeliveries(by, { takenAt });
  });
}
