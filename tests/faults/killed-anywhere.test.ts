import { expect, it } from "vitest";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import { closeDatabase, transaction } from "#app/lib/db.server.ts";
import { seedOf } from "../soak/chance.ts";
import { runPhase } from "../soak/phase.ts";
import { sentenceOf } from "../soak/supporter.ts";
import { aMail } from "../support/a-mail.ts";
import { clockOffset } from "../support/installation.ts";

const crowd = 100;
const letters = 2000;

/** Letters that wait when all begins, besides those that the crowd writes: they cost the run no page. */
async function queueLetters(databaseUrl: string): Promise<void> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, CLOCK_OFFSET: clockOffset() });
  const now = new Date("2026-11-24T12:00:00Z");
  await transaction(async (tx) => {
    for (let n = crowd + 1; n <= letters; n += 1)
      await queueMail(tx, { actor: "operator", now }, aMail(now, { text: sentenceOf(n) }));
  });
  await closeDatabase();
}

it("loses nothing, sends nothing twice and counts right while web, workers and database are killed (faults 1, 16)", async () => {
  const { wrong, figures } = await runPhase({
    name: "short",
    seed: seedOf(),
    letters: crowd,
    workers: 2,
    kills: { web: 3, worker: 12, postgres: 5 },
    moods: { fails: 10, limits: 1, drops: 10, hangs: 0.5, hangMs: 500, lateMs: 10 },
    isHurried: true,
    fill: queueLetters,
  });
  expect(wrong, JSON.stringify(figures)).toEqual([]);
  expect(figures).toMatchObject({ kills: 20, mails: letters + crowd });
}, 480_000);
