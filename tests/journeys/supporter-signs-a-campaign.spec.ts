import type { Page } from "@playwright/test";
import { countOf, expect, expectAccessible, failOnConsoleErrors, linkIn, mailTo, press, test } from "./installation.ts";

const views = [
  { name: "360 px without JavaScript", width: 360, javaScriptEnabled: false },
  { name: "1280 px without JavaScript", width: 1280, javaScriptEnabled: false },
  { name: "360 px with JavaScript", width: 360, javaScriptEnabled: true },
  { name: "1280 px with JavaScript", width: 1280, javaScriptEnabled: true },
];

for (const { name, width, javaScriptEnabled } of views) {
  test(`a supporter signs, writes, confirms and hands over (${name})`, async ({ browser, installation }) => {
    const context = await browser.newContext({
      viewport: { width, height: 780 },
      javaScriptEnabled,
      baseURL: installation.url,
    });
    const page = await context.newPage();
    failOnConsoleErrors(page);
    const email = `supporter.${width}.${javaScriptEnabled ? "js" : "plain"}@example.org`;
    // The HTML is the same with and without scripts: axe looks at it once a width.
    const accessible = (shown: Page) => (javaScriptEnabled ? Promise.resolve() : expectAccessible(browser, shown));
    const before = await countOf(installation.url, "detained");

    await page.goto("/");
    await accessible(page);
    await page.locator('main a[href$="/c/detained"]').first().click();
    await expect(page.locator(".demo")).toContainText("Demonstration");
    await expect(page.locator("h1")).toBeVisible();
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    await page.locator('input[name="postalCode"]').first().fill("91205");
    await page.locator('form[action$="/start"] button').first().click();
    await expect(page).toHaveURL(/\/c\/detained\/sign$/);
    await expect(page.locator("main")).toContainText("Laura Friedman");

    // a wrong form: kept, announced, linked
    await page.locator('[name="givenName"]').fill("Sample");
    await page.locator('[name="email"]').fill("sample.supporter@example");
    await press(page, /sign/i);
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator(".error-summary")).toBeVisible();
    await expect(page.locator('[name="givenName"]')).toHaveValue("Sample");
    await accessible(page);

    await page.locator('[name="familyName"]').fill("Supporter");
    await page.locator('[name="email"]').fill(email);
    await page.locator('[name="streetAddress"]').fill("100 Sample Street");
    await page.locator('[name="locality"]').fill("Glendale");
    await page.locator('[name="region"]').selectOption("CA");
    await press(page, /sign/i);

    await expect(page).toHaveURL(/\/c\/detained\/letter$/);
    await accessible(page);
    const body = page.locator('textarea[name="body"]');
    const own = "My neighbours ask where the others are.";
    await body.fill(`${await body.inputValue()}\n\n${own}`);
    await press(page, /save/i);
    await expect(page).toHaveURL(/\/c\/detained\/letter$/);
    await expect(body).toHaveValue(new RegExp(own.replace(".", "\\.")));
    await expect(page.locator("main")).toContainText("Dear Representative Friedman,");
    await press(page, /approve/i);

    await expect(page).toHaveURL(/\/c\/detained\/thanks$/);
    await expect(page.locator("h1")).toContainText(/mail/i);
    await accessible(page);
    expect(await countOf(installation.url, "detained")).toBe(before);

    const mail = await mailTo(installation, email);
    expect(mail.subject).toBe("Please confirm your request");
    const link = linkIn(mail);

    // a scanner opens the link: nothing happens
    await fetch(link);
    await fetch(link, { method: "HEAD" });

    // another browser, as the mail would be
    const elsewhere = await browser.newContext({
      viewport: { width, height: 780 },
      javaScriptEnabled,
      baseURL: installation.url,
    });
    const phone = await elsewhere.newPage();
    failOnConsoleErrors(phone);
    await phone.goto(link);
    await expect(phone.locator("main")).toContainText("Sample Supporter");
    await expect(phone.locator("main")).toContainText(own);
    await accessible(phone);
    await phone.locator("main form").first().getByRole("button").first().click();
    await expect(phone.locator("h1")).toContainText(/thank you/i);
    await expect.poll(() => countOf(installation.url, "detained"), { timeout: 5_000 }).toBe(before + 1);
    await accessible(phone);

    // the one letter that can be mailed goes out once, answers go to the writer
    const letter = await mailTo(installation, "secretary@state.example");
    expect(letter.text).toContain(own);

    // confirming twice is the same success
    await phone.goto(link);
    await expect(phone.locator("h1")).toContainText(/thank you/i);
    expect(await countOf(installation.url, "detained")).toBe(before + 1);

    // Each letter to Congress is the writer's to hand over; one block stands open, the others open by themselves.
    const closed = phone.locator("main details:not([open]) > summary");
    while ((await closed.count()) > 0) await closed.first().click();
    const done = phone.getByRole("button", { name: /I have sent it/ });
    await expect(done).toHaveCount(3);
    await done.first().click();
    await expect(phone.locator("main")).toContainText(/You handed it over/);
    await elsewhere.close();
    await context.close();
  });
}

test("a ZIP code in several districts: the writer chooses, nothing is preselected", async ({
  browser,
  installation,
}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    javaScriptEnabled: false,
    baseURL: installation.url,
  });
  const page = await context.newPage();
  await page.goto("/c/detained/sign");
  await page.locator('[name="givenName"]').fill("Sample");
  await page.locator('[name="email"]').fill("split@example.org");
  await page.locator('[name="postalCode"]').fill("91206");
  await press(page, /sign/i);
  await expect(page).toHaveURL(/\/letter$/);
  const choices = page.locator('input[name="division"]');
  expect(await choices.count()).toBeGreaterThanOrEqual(3);
  await expect(page.locator('input[name="division"]:checked')).toHaveCount(0);
  await choices.first().check();
  await press(page, /approve/i);
  await expect(page).toHaveURL(/\/thanks$/);
  await expect(page.locator("main")).toContainText(/Representative/);
  await context.close();
});

test("somebody abroad writes to the offices that anyone may write to", async ({ browser, installation }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    javaScriptEnabled: false,
    baseURL: installation.url,
  });
  const page = await context.newPage();
  await page.goto("/c/detained/sign");
  await page.locator('[name="givenName"]').fill("Անի");
  await page.locator('[name="email"]').fill("abroad@example.org");
  await page.locator('[name="country"]').selectOption("AM");
  await press(page, /sign/i);
  await expect(page).toHaveURL(/\/letter$/);
  await expect(page.locator("main")).toContainText("Armenia");
  await expect(page.locator('input[name="recipient"]')).toHaveCount(1);
  await context.close();
});

test("pages that cannot help say so with their status", async ({ installation }) => {
  const at = (path: string, init?: RequestInit) => fetch(`${installation.url}${path}`, { redirect: "manual", ...init });
  expect((await at("/c/nothing-here")).status).toBe(404);
  expect((await at("/nothing-here")).status).toBe(404);
  expect((await at("/confirm/not-a-token")).status).toBe(404);
  const foreign = await at("/c/detained/sign", {
    method: "POST",
    headers: { "sec-fetch-site": "cross-site" },
    body: new URLSearchParams({ email: "a@example.org" }),
  });
  expect(foreign.status).toBe(403);
  expect(await foreign.text()).toContain("<h1");
  const large = await at("/c/detained/sign", {
    method: "POST",
    body: new URLSearchParams({ givenName: "x".repeat(600_000) }),
  });
  expect(large.status).toBe(413);
});
