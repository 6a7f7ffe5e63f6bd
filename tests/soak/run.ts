/**
 * `npm run soak -- [NAME]`: everything is killed, many times, while a crowd signs. One JSON line of figures a phase, then
 * what does not hold; the last line is "N passed, N failed". `SOAK_LETTERS`, `SOAK_KILLS` (of all phases) and `SOAK_SEED`
 * change the size and repeat a run.
 */
import { seedOf } from "./chance.ts";
import type { Victim } from "./house.ts";
import { runPhase } from "./phase.ts";
import type { Phase } from "./phase.ts";

const letters = Number(process.env.SOAK_LETTERS) || 20_000;
const kills = Number(process.env.SOAK_KILLS) || 200;
const seed = seedOf();

/** Of the whole: how many letters, how many kills, and who is killed how often of ten times. */
const plan: { name: string; share: number; workers: number; of10: Partial<Record<Victim, number>> }[] = [
  { name: "start", share: 0.4, workers: 0, of10: { web: 2, worker: 2, start: 2, starting: 1, postgres: 2, both: 1 } },
  { name: "two-workers", share: 0.3, workers: 2, of10: { web: 4, worker: 5, postgres: 1 } },
  { name: "four-workers", share: 0.3, workers: 4, of10: { web: 3, worker: 6, postgres: 1 } },
];
const phases = plan.map(({ name, share, workers, of10 }, at): Phase => {
  const tens = Math.max(1, Math.ceil((kills * share) / 10));
  return {
    name,
    workers,
    seed: seed + at * 10,
    letters: Math.ceil(letters * share),
    kills: Object.fromEntries(Object.entries(of10).map(([victim, times]) => [victim, times * tens])),
    moods: { fails: 10, limits: 1, drops: 10, hangs: 0.5, lateMs: 40 },
  };
});

const [name] = process.argv.slice(2);
const chosen = phases.filter((phase) => name === undefined || phase.name === name);
if (chosen.length === 0) {
  process.stderr.write(`There is no phase ${name}. There are: ${phases.map((phase) => phase.name).join(", ")}\n`);
  process.exit(1);
}
let failed = 0;
for (const phase of chosen) {
  const { figures, wrong } = await runPhase(phase);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  for (const sentence of wrong.slice(0, 20)) process.stdout.write(`${phase.name}: ${sentence}\n`);
  if (wrong.length > 0) failed += 1;
}
process.stdout.write(`${chosen.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
