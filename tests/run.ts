/**
 * `npm test`: pure, PostgreSQL, architecture and fault tests by Vitest, then the journeys by Playwright. The last line is
 * "N passed, N failed"; the exit code is 0 only when everything ran and nothing failed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrInstallBrowser } from "./support/browser.ts";

interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

const reports = mkdtempSync(join(tmpdir(), "redress-reports-"));

function run(args: string[], extra: Record<string, string> = {}): number {
  return spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...extra } }).status ?? 1;
}

function vitest(): Outcome {
  const file = join(reports, "vitest.json");
  const status = run([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    const failed = report.numFailedTests + (status !== 0 && report.numFailedTests === 0 ? 1 : 0);
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function journeys(): Outcome {
  const file = join(reports, "playwright.json");
  const status = run(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    CHROMIUM_PATH: findOrInstallBrowser(),
  });
  try {
    const { stats } = JSON.parse(readFileSync(file, "utf8"));
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: failed + (status !== 0 && failed === 0 ? 1 : 0), skipped: stats.skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const outcomes = [vitest(), journeys()];
rmSync(reports, { recursive: true, force: true });
const total = (key: keyof Outcome) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exit(total("failed") === 0 && total("passed") > 0 ? 0 : 1);
