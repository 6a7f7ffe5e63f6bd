import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
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

/**
 * Runs axe on the page as it stands. axe cannot run where JavaScript is off, so the page's HTML is opened again in a
 * context where only the page's own scripts are dead.
 */
export async function expectAccessible(browser: Browser, page: Page): Promise<void> {
  const html = await page.content();
  const viewport = page.viewportSize() ?? { width: 1280, height: 800 };
  const context = await browser.newContext({ viewport, bypassCSP: true });
  const copy = await context.newPage();
  const address = page.url();
  await copy.route(address, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: html,
      headers: { "content-security-policy": "script-src 'none'" },
    }),
  );
  await copy.goto(address);
  for (const colorScheme of ["light", "dark"] as const) {
    await copy.emulateMedia({ colorScheme });
    // One page without frames: axe need not open another one to gather what frames found.
    const axe = new AxeBuilder({ page: copy }).setLegacyMode(true);
    // The dark scheme differs by its colours alone.
    const { violations } = await (colorScheme === "dark" ? axe.withRules(["color-contrast"]) : axe).analyze();
    expect(
      violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html: node }) => node.slice(0, 200)) })),
      `${colorScheme} ${new URL(address).pathname.split("/")[1]}`,
    ).toEqual([]);
  }
  await context.close();
}

interface LocalMail {
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
