/** `npm run check`: format, lint, types, architecture, drift, dead code, then `npm test`; `--static` leaves the tests out. */
import { spawnSync } from "node:child_process";

const steps: [string, string[]][] = [
  ["format", ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."]],
  ["lint", ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings=0"]],
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  [
    "architecture",
    [
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
      "app",
      "server",
      "prisma",
      "--config",
      ".dependency-cruiser.mjs",
    ],
  ],
  ["drift", ["--import", "tsx", "prisma/check-drift.ts"]],
  ["dead code", ["node_modules/knip/bin/knip.js"]],
];
if (!process.argv.includes("--static")) steps.push(["tests", ["--import", "tsx", "tests/run.ts"]]);

let failed = 0;
for (const [name, args] of steps) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
