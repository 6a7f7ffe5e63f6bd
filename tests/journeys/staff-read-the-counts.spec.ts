import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { demoSignIn } from "../support/demo-sign-in.ts";
import type { Installation } from "../support/installation.ts";
import { expect, expectAccessible, failOnConsoleErrors, linkIn, mailTo, press, test } from "./installation.ts";

const supporter = {
  givenName: "Araxie",
  familyName: "Sentinella",
  streetAddress: "9 Tally Road",
  locality: "Glendale",
};

/** Signs from Glendale and confirms, with letters. */
async function signAndConfirm(page: Page, installation: Installation, email: string): Promise<void> {
  await page.goto("/c/detained");
  await page.locator('input[name="postalCode"]').first().fill("91205");
  await page.locator('form[action$="/start"] button').first().click();
  for (const [name, value] of Object.entries({ ...supporter, email }))
    await page.locator(`[name="${name}"]`).fill(value);
  await page.locator('[name="region"]').selectOption("CA");
  await press(page, /sign/i);
  await press(page, /approve/i);
  await page.goto(linkIn(await mailTo(installation, email)));
  await press(page, /confirm/i);
}

async function signIn(page: Page, { dataDir }: Installation): Promise<void> {
  const { email, password } = demoSignIn(dataDir, "staff");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.locator('[name="email"]').fill(email);
  await page.locator('[name="password"]').fill(password);
  await press(page, /sign in/i);
}

/** The figure of a heading on the page. */
const figure = (page: Page, label: string) =>
  page.locator(".figures > div").filter({ hasText: label }).locator("dd").first();

for (const { width, javaScriptEnabled } of [
  { width: 360, javaScriptEnabled: false },
  { width: 1280, javaScriptEnabled: true },
]) {
  const name = `${width} px ${javaScriptEnabled ? "with" : "without"} JavaScript`;
  test(`staff read the counts, on pages and as files (${name})`, async ({ browser, installation }) => {
    const view = { viewport: { width, height: 800 }, baseURL: installation.url };
    const home = await (await browser.newContext({ ...view, javaScriptEnabled: false })).newPage();
    await signAndConfirm(home, installation, `araxie.${width}@example.org`);

    const context = await browser.newContext({ ...view, javaScriptEnabled });
    const page = await context.newPage();
    failOnConsoleErrors(page);
    await page.goto("/staff");
    await signIn(page, installation);
    await expect(page).toHaveURL(/\/staff$/);
    await expect(page.locator("h1")).toHaveText("Overview");
    await expect(page.locator("main")).toContainText("Nothing needs you");
    await expect.poll(async () => (await page.reload(), figure(page, "Counted in all").textContent())).not.toBe("0");
    const counted = Number(await figure(page, "Counted in all").textContent());
    await expectAccessible(browser, page);
    await expectNobody(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    if (javaScriptEnabled) {
      // Without a reload: the page asks again by itself.
      await signAndConfirm(home, installation, `araxie.live.${width}@example.org`);
      await expect(figure(page, "Counted in all")).toHaveText(String(counted + 1), { timeout: 30_000 });
    }

    await page.locator('main table a[href$="/staff/c/detained"]').click();
    await expect(page.locator("h1")).toBeVisible();
    await expect(figure(page, "Counted constituents")).not.toHaveText("0");
    await expect(page.locator("main")).toContainText("California 30");
    await expect(page.locator("main")).toContainText("Laura Friedman");
    await expectAccessible(browser, page);
    await expectNobody(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    // What is shown stands in the address, and small figures of some days are not told.
    await page.locator('[name="by"]').selectOption("hour");
    await page.locator('[name="places"]').selectOption("range");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/by=hour.*places=range/);
    await expect(page.locator("h2").filter({ hasText: "Signatures by hour" })).toBeVisible();
    await expect(page.locator("main")).toContainText("“*”: a figure below 10");
    await expectAccessible(browser, page);
    // The weeks that have ended; the running one is told by itself.
    await expect(page.locator("main td", { hasText: /^\*$/ })).toHaveCount(0);
    await page.locator('[name="from"]').fill(await page.locator('[name="until"]').inputValue());
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.locator("main td", { hasText: /^\*$/ })).not.toHaveCount(0);
    await page
      .locator("main")
      .getByRole("link", { name: /^New York: / })
      .click();
    await expect(page.locator("h2").filter({ hasText: "New York by district" })).toBeVisible();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download as CSV of By office" }).click(),
    ]);
    const file = readFileSync(await download.path(), "utf8");
    expect(file).toContain("Laura Friedman");
    expect(file.split("\r\n")[0]).toMatch(/^Id,Office,Seat,Constituents,/);
    for (const text of Object.values(supporter)) if (text !== "Glendale") expect(file).not.toContain(text);

    await page.getByRole("navigation", { name: "Staff" }).getByRole("link", { name: "Queue" }).click();
    await expect(page.locator("h1")).toHaveText("Queue");
    await expect(page.getByRole("table", { name: "By status and age" })).toBeVisible();
    await expectAccessible(browser, page);
    await expectNobody(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    // To staff there is no other room.
    expect((await page.goto("/admin"))?.status()).toBe(404);
    await context.close();
  });
}

/** Nobody who signed stands in the page, seen or not. */
async function expectNobody(page: Page): Promise<void> {
  const html = await page.content();
  for (const text of [...Object.values(supporter), "araxie.", "91205"]) expect(html).not.toContain(text);
}
