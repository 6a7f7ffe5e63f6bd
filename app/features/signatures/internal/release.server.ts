import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import type { StoredLetter } from "#app/features/letters/letter.ts";
import { releaseLetters } from "#app/features/letters/store-letters.server.ts";
import type { LetterMail } from "./letter-mails.server.ts";

/** Lets letters go: those that we mail into the outbox, the others to their writer's hands. `mails` are by office. */
export async function release(
  tx: Tx,
  by: By,
  letters: readonly Pick<StoredLetter, "id" | "officeId" | "channel">[],
  mails: ReadonlyMap<string, LetterMail>,
): Promise<void> {
  // One that we should mail and cannot stays approved: it waits, it is not called sent.
  const ready = letters.filter(({ officeId, channel }) => channel === "hand-over" || mails.has(officeId));
  const released = await releaseLetters(
    tx,
    by,
    ready.map(({ id }) => id),
  );
  for (const { id, officeId, channel } of ready) {
    const mail = channel === "email" && released.includes(id) ? mails.get(officeId) : undefined;
    if (mail) await queueMail(tx, by, { ...mail, onceKey: `letter:${id}`, subjectId: id });
  }
}
