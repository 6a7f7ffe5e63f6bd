import { defineConfig } from "@playwright/test";
import { findOrInstallBrowser } from "./tests/support/browser.ts";

const executablePath = findOrInstallBrowser();
const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/journeys",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 1,
  timeout: 360_000,
  forbidOnly: true,
  expect: { timeout: 15_000 },
  use: {
    launchOptions: {
      executablePath,
      args: [
        ...(root ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
