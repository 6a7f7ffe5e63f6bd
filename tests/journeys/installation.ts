import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test as base } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import type axe from "axe-core";
import { startInstallation } from "../support/installation.ts";
import type { Installation } from "../support/installation.ts";

export { expect };

/** Journeys share one installation: each signs with addresses of its own. */
export const test = base.extend<object, { installation: Installation }>({
  installation: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the destructured parameter
    async ({}, use) => {
      const installation = await startInstallation();
      await use(installation);
      await installation.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

/** Fails the test on an unexpected message in the browser's console. Call it before the first page is opened. */
export function failOnConsoleErrors(page: Page, allowed: RegExp = /status of (403|404|422)/): void {
  page.on("console", (message) => {
    if (message.type() === "error" && !allowed.test(message.text())) throw new Error(`console: ${message.text()}`);
  });
}

/** The one page of a browser in which axe looks at copies: its script is compiled there once. */
const lookingGlasses = new WeakMap<Browser, Promise<Page>>();
const axeScript = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs axe on the page as it stands. axe cannot run where JavaScript is off, so the page's HTML is opened again in a
 * context where only the page's own scripts are dead.
 */
export async function expectAccessible(
  browser: Browser,
  page: Page,
  schemes: readonly ("light" | "dark")[] = ["light", "dark"],
): Promise<void> {
  const opened = lookingGlasses.get(browser) ?? browser.newPage({ bypassCSP: true, reducedMotion: "reduce" });
  lookingGlasses.set(browser, opened);
  const [copy, html, address] = [await opened, await page.content(), page.url()];
  const headers = { "content-security-policy": "script-src 'none'" };
  await copy.route(address, (route) => route.fulfill({ contentType: "text/html", body: html, headers }));
  await copy.setViewportSize(page.viewportSize() ?? { width: 1280, height: 800 });
  await copy.goto(address);
  await copy.evaluate(axeScript);
  for (const colorScheme of schemes) {
    await copy.emulateMedia({ colorScheme });
    // The dark scheme differs by its colours alone.
    const only = colorScheme === "dark" ? { runOnly: ["color-contrast"] } : {};
    const { violations } = await copy.evaluate(
      (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
      { ...only, resultTypes: ["violations" as const] },
    );
    expect(
      violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html: node }) => node.slice(0, 200)) })),
      `${colorScheme} ${new URL(address).pathname.split("/")[1]}`,
    ).toEqual([]);
  }
  await copy.unroute(address);
}

/** Presses the first button of this name in the page's own part. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.locator("main").getByRole("button", { name }).first().click();
}

/** How many have confirmed, as the campaign says it. */
export async function countOf(url: string, slug = "detained"): Promise<number> {
  const { confirmed } = (await (await fetch(`${url}/c/${slug}/count.json`)).json()) as { confirmed: number };
  return confirmed;
}

interface LocalMail {
  id: string;
  to: string | string[];
  subject: string;
  text: string;
  from: string;
  headers: Record<string, string>;
}

/** Waits for a mail to `address` in the local mailbox, newest first. */
export async function mailTo(installation: Installation, address: string, subject?: RegExp): Promise<LocalMail> {
  let found: LocalMail | undefined;
  await expect
    .poll(
      async () => {
        const mails = (await (await fetch(`${installation.url}/mailbox.json`)).json()) as LocalMail[];
        found = mails.find((mail) => [mail.to].flat().includes(address) && (!subject || subject.test(mail.subject)));
        return Boolean(found);
      },
      { timeout: 20_000, message: `a mail to ${address}` },
    )
    .toBe(true);
  if (!found) throw new Error("unreachable");
  return found;
}

export function linkIn(mail: LocalMail): string {
  const [link] = mail.text.match(/https?:\/\/\S+\/confirm\/[\w-]+/) ?? [];
  if (!link) throw new Error(`no confirmation link in: ${mail.text}`);
  return link;
}
