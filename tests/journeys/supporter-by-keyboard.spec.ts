import type { Page } from "@playwright/test";
import { expect, failOnConsoleErrors, linkIn, mailTo, test } from "./installation.ts";

/** Where the focus is, and whether a person would see it there. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + Math.min(width / 2, 40), top + Math.min(height / 2, 16));
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      key: element.id || element.getAttribute("name") || element.getAttribute("href") || "",
      text: element.textContent.trim(),
      isSeen: at !== null && (element.contains(at) || at.contains(element)) && top < innerHeight,
      isMarked: outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 3,
    };
  });
}

/** Presses Tab until the focus is on what is wanted: its id, name or address, or its words. Each stop is seen. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  for (let stops = 0; stops < 90; stops += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (!at) continue;
    expect(at.isSeen, `${at.key} ${at.text.slice(0, 40)} is covered on ${page.url()}`).toBe(true);
    expect(at.isMarked, `${at.key} ${at.text.slice(0, 40)} has no mark on ${page.url()}`).toBe(true);
    if (typeof wanted === "string" ? at.key === wanted : wanted.test(at.text)) return;
  }
  throw new Error(`Tab never came to ${wanted} on ${page.url()}`);
}

/** After a refusal: the summary has the focus and is announced; its first link leads into the field. */
async function followSummary(page: Page, field: string): Promise<void> {
  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.locator(".error-summary");
  await expect(summary).toBeFocused();
  await expect(summary).toHaveAttribute("role", "alert");
  await page.keyboard.press("Tab");
  expect((await focused(page))?.key).toBe(`#${field}`);
  await page.keyboard.press("Enter");
  await expect(page.locator(`#${field}`)).toBeFocused();
}

for (const javaScriptEnabled of [false, true]) {
  test(`fault 46: by keyboard alone, from the campaign to the thanks (JavaScript ${javaScriptEnabled ? "on" : "off"})`, async ({
    browser,
    installation,
  }) => {
    // A low window: what sticks must cover nothing.
    const viewport = { width: javaScriptEnabled ? 360 : 1280, height: 560 };
    const context = await browser.newContext({ viewport, javaScriptEnabled, baseURL: installation.url });
    const page = await context.newPage();
    failOnConsoleErrors(page);
    const { keyboard } = page;
    const email = `keyboard.${javaScriptEnabled ? "js" : "plain"}@example.org`;

    await page.goto("/c/detained");
    await keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ key: "#main", isSeen: true, isMarked: true });
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/#main$/);
    await tabTo(page, "postalCode");
    await keyboard.type("91205");
    await keyboard.press("Enter");

    await expect(page).toHaveURL(/\/sign$/);
    await tabTo(page, "familyName");
    await keyboard.type("Supporter");
    await tabTo(page, "email");
    await keyboard.type("keyboard@");
    await tabTo(page, "updates");
    await keyboard.press("Space");
    await tabTo(page, /^Sign/);
    await keyboard.press("Enter");
    await followSummary(page, "givenName");
    await keyboard.type("Sample");
    await tabTo(page, "email");
    await expect(page.locator("#email")).toHaveValue("keyboard@");
    await keyboard.press("ControlOrMeta+A");
    await keyboard.type(email);
    await tabTo(page, "updates");
    await expect(page.locator("#updates")).toBeChecked();
    await tabTo(page, /^Sign/);
    await keyboard.press("Space");

    // Without a recipient nothing is approved; the way back leads to the first of them.
    await expect(page).toHaveURL(/\/letter$/);
    const recipients = page.locator('input[name="recipient"]');
    await expect(recipients).toHaveCount(4);
    for (let n = 0; n < 4; n += 1) {
      await tabTo(page, (await recipients.nth(n).getAttribute("id")) ?? "");
      await keyboard.press("Space");
    }
    await tabTo(page, /^Approve/);
    await keyboard.press("Enter");
    await followSummary(page, (await recipients.first().getAttribute("id")) ?? "");
    await keyboard.press("Space");
    await tabTo(page, /^Approve/);
    await keyboard.press("Enter");

    // The office's block stands open; it is closed, opened and handed over by keys.
    await expect(page).toHaveURL(/\/thanks$/);
    const block = page.locator("main details");
    await expect(block).toHaveAttribute("open");
    await tabTo(page, /^Use the office/);
    await keyboard.press("Enter");
    await expect(block).not.toHaveAttribute("open");
    await keyboard.press("Space");
    await tabTo(page, /^I have sent it/);
    await keyboard.press("Enter");
    await expect(page.locator("main")).toContainText("You handed it over");

    await page.goto(linkIn(await mailTo(installation, email)));
    await tabTo(page, /^Confirm/);
    await keyboard.press("Enter");
    await expect(page.locator("h1")).toContainText("Thank you");
    await context.close();
  });
}
