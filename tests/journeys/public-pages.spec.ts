import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, failOnConsoleErrors, test } from "./installation.ts";

const campaigns = ["detained", "return", "bp"].map((slug) => `/c/${slug}`);
const sitePages = ["/about", "/privacy", "/accessibility", "/report", "/report/sent", "/me", "/me/mailed"];
const pages = ["/", ...campaigns, "/c/detained/sign", "/c/bp/sign", ...sitePages, "/nothing-here"];

/** Whatever reaches further than the window is wide. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))];
  });
}

test("every public page fits a window of 320 pixels, also at 400 %, and has one name and one heading", async ({
  browser,
  installation,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: installation.url });
  const page = await context.newPage();
  const titles = new Set<string>();
  for (const path of pages) {
    // 1280 × 1024 at 400 %
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(path);
    expect(await tooWide(page), path).toEqual([]);
    await expect(page.locator("h1"), path).toHaveCount(1);
    titles.add(await page.title());
    for (const width of path === "/" || path === "/c/detained" ? [768, 1280] : []) {
      await page.setViewportSize({ width, height: 800 });
      expect(await tooWide(page), `${path} at ${width}`).toEqual([]);
    }
  }
  // The two forms to sign have the same.
  expect(titles.size).toBe(pages.length - 1);
  await context.close();
});

test("pages are printed black on white, also where the screen is dark", async ({ browser, installation }) => {
  const context = await browser.newContext({ colorScheme: "dark", baseURL: installation.url });
  const page = await context.newPage();
  await page.goto("/c/detained");
  await expect(page.locator("body")).not.toHaveCSS("background-color", "rgb(255, 255, 255)");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.locator("h1")).toHaveCSS("color", "rgb(0, 0, 0)");
  await context.close();
});

test("a problem is reported without JavaScript, and comes as a mail", async ({ browser, installation }) => {
  const viewport = { width: 360, height: 780 };
  const context = await browser.newContext({ viewport, javaScriptEnabled: false, baseURL: installation.url });
  const page = await context.newPage();
  failOnConsoleErrors(page);
  await page.goto("/c/detained");
  await page.locator("footer").getByRole("link", { name: "Report a problem" }).click();
  await expect(page.getByLabel("Which page?")).toHaveValue("/c/detained");
  await page.getByLabel("What happened?").fill("The lighthouse keeper is not named.");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page).toHaveTitle("Error: Report a problem · Redress");
  await expect(page.locator(".error-summary")).toBeFocused();
  await expectAccessible(browser, page);
  await page.locator(".error-summary a").first().click();
  await page.getByLabel("Something on a page is wrong or out of date").check();
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page).toHaveTitle("Report sent · Redress");
  await page.locator("footer").getByRole("link", { name: "Accessibility" }).click();
  await expectAccessible(browser, page);
  await expect
    .poll(async () => (await fetch(`${installation.url}/mailbox.json`)).text(), { timeout: 20_000 })
    .toContain("The lighthouse keeper is not named.");
  await context.close();
});

test("a campaign's page is light, asks nobody else, stands still, and can be found and passed on", async ({
  browser,
  installation,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, baseURL: installation.url });
  const page = await context.newPage();
  failOnConsoleErrors(page);
  const loaded: { url: string; type: string; bytes: number }[] = [];
  page.on("response", async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    const isText = /text|javascript|json|svg/.test(response.headers()["content-type"] ?? "");
    const bytes = isText ? gzipSync(body).length : body.length;
    loaded.push({ url: response.url(), type: response.request().resourceType(), bytes });
  });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/c/detained?s=radio", { waitUntil: "networkidle" });
  const sum = (of: typeof loaded) => of.reduce((bytes, one) => bytes + one.bytes, 0);
  expect(loaded.filter(({ url }) => !url.startsWith(installation.url))).toEqual([]);
  expect(sum(loaded.filter(({ type }) => type === "script"))).toBeLessThanOrEqual(20_000);
  expect(sum(loaded)).toBeLessThanOrEqual(150_000);
  expect(
    await page.evaluate(() => (window as never as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0)),
  ).toBeLessThan(0.05);

  const meta = (name: string) => page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute("content");
  const address = `${installation.url}/c/detained`;
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", address);
  expect(await meta("description")).toBeTruthy();
  expect(await meta("og:url")).toBe(address);
  expect(await meta("og:image")).toBe(`${address}/card.png`);
  expect(await meta("og:image:alt")).toBe(
    await page
      .locator("h1")
      .innerText()
      .then((text) => text.replace(/\s+/g, " ")),
  );
  expect(await meta("twitter:card")).toBe("summary_large_image");
  await expect(page.locator(".link-out")).toHaveText(`${address}?s=radio`);

  const card = await fetch(`${address}/card.png`);
  expect([card.status, card.headers.get("content-type")]).toEqual([200, "image/png"]);
  const etag = card.headers.get("etag") ?? "";
  expect((await fetch(`${address}/card.png?s=x`, { headers: { "if-none-match": etag } })).status).toBe(304);
  expect((await fetch(`${installation.url}/robots.txt`)).status).toBe(200);
  await context.close();
});

test("what is refused before any page has a page too", async ({ installation }) => {
  const at = (path: string, init?: RequestInit) => fetch(`${installation.url}${path}`, { redirect: "manual", ...init });
  const posted = { method: "POST", body: new URLSearchParams({ a: "b" }) };
  for (const [status, answer] of [
    [400, await at("/%E0%A4%A")],
    [404, await at("/nothing-here")],
    [405, await at("/about", posted)],
  ] as const) {
    expect(answer.status).toBe(status);
    expect((await answer.text()).match(/<title>|<h1|href="\/"/g), String(status)).toEqual(
      expect.arrayContaining(["<title>", "<h1", 'href="/"']),
    );
  }
  expect((await at("/about", posted)).headers.get("allow")).toBe("GET, HEAD");
  expect((await at("/c/detained/resend")).headers.get("location")).toBe("/c/detained/thanks");
});
