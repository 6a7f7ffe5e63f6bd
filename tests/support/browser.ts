import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const systemBrowsers = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function onPath(name: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(":")) {
    const path = `${folder}/${name}`;
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return null;
}

function found(): string | null {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const name of systemBrowsers) {
    const path = onPath(name);
    if (path) return path;
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/**
 * Finds a Chromium, in this order: CHROMIUM_PATH, the system's, Playwright's own; else installs one.
 * Throws with what was tried when nothing helps.
 */
export function findOrInstallBrowser(): string {
  const already = found();
  if (already) return already;
  const tried: string[] = [];
  const attempts: [string, string[]][] = [["npx", ["playwright", "install", "chromium"]]];
  if (process.getuid?.() === 0)
    attempts.push(["apt-get", ["update"]], ["apt-get", ["install", "-y", "--no-install-recommends", "chromium"]]);
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: ["ignore", "ignore", "pipe"], timeout: 300_000 });
    } catch {
      tried.push([command, ...args].join(" "));
    }
    const now = found();
    if (now) return now;
  }
  throw new Error(`No Chromium found, and none could be installed (failed: ${tried.join("; ")}). Set CHROMIUM_PATH.`);
}
