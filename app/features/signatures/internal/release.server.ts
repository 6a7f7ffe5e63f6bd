import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import type { StoredLetter } from "#app/features/letters/letter.ts";
import { holdLetters, releaseLetters } from "#app/features/letters/store-letters.server.ts";
import type { LetterMail } from "./letter-mails.server.ts";

/**
 * Lets letters go: those that we mail into the outbox, the others to their writer's hands. `mails` are by office; `changed`
 * are the offices whose letters rest on facts that hold no more: those are kept back, and their writer is asked.
 */
export async function release(
  tx: Tx,
  by: By,
  letters: readonly Pick<StoredLetter, "id" | "officeId" | "channel">[],
  mails: ReadonlyMap<string, LetterMail>,
  changed: ReadonlySet<string>,
): Promise<void> {
  const canGo = ({ officeId, channel }: { officeId: string; channel: string }) =>
    !changed.has(officeId) && (channel === "hand-over" || mails.has(officeId));
  const ready = letters.filter(canGo);
  await holdLetters(
    tx,
    by,
    letters.filter((letter) => !canGo(letter)).map(({ id }) => id),
  );
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
