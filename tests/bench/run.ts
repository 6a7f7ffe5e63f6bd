/**
 * `npm run bench -- [NAME]`: one JSON line per figure. A figure that is a ratio was measured against its limit in this very
 * run, both interleaved, because machines are noisy: the median of the rounds, and their spread.
 */
import { benchCount, benchPage } from "./pages.ts";
import { benchSign } from "./sign.ts";
import { benchStaff } from "./staff.ts";

const benches: Record<string, () => Promise<void>> = {
  page: benchPage,
  count: benchCount,
  sign: benchSign,
  staff: benchStaff,
};

const [name] = process.argv.slice(2);
if (name !== undefined && !(name in benches)) {
  process.stderr.write(`There is no bench ${name}. There are: ${Object.keys(benches).join(", ")}\n`);
  process.exit(1);
}
for (const [own, bench] of Object.entries(benches)) if (name === undefined || name === own) await bench();
