import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Installation } from "../support/installation.ts";
import { expect, expectAccessible, failOnConsoleErrors, press, test } from "./installation.ts";

/** Signs in with the demonstration's own password. */
async function signIn(page: Page, { dataDir }: Installation): Promise<void> {
  const passwords = JSON.parse(readFileSync(join(dataDir, "demo-sign-ins.json"), "utf8")) as { organizer: string };
  await page.locator('[name="email"]').fill("organizer@demo.example");
  await page.locator('[name="password"]').fill(passwords.organizer);
  await press(page, "Sign in");
}

test("two sessions edit one part, and no word is lost", async ({ browser, installation }) => {
  const view = { viewport: { width: 1280, height: 900 }, baseURL: installation.url };
  const open = async (javaScriptEnabled: boolean) => {
    const page = await (await browser.newContext({ ...view, javaScriptEnabled })).newPage();
    failOnConsoleErrors(page, /status of (409|422)/);
    await page.goto("/organize/c/return/story");
    await signIn(page, installation);
    await expect(page).toHaveURL(/\/organize\/c\/return\/story$/);
    return page;
  };
  const [ann, ben] = [await open(true), await open(false)];
  const summary = '[name="summary"]';
  const begun = await ann.locator(summary).inputValue();

  // While Ann writes it saves by itself, and the preview follows.
  await ann.locator(summary).fill(`${begun} As Ann adds.`);
  await expect(ann.locator("[data-autosaved]")).toHaveText("Saved by itself.");
  await ann.locator('[name="story"]').fill("A **new** beginning.[^1] <script>alert(1)</script>");
  await expect(ann.locator("[data-story-preview] strong")).toHaveText("new");
  await expect(ann.locator("[data-story-preview]")).toContainText("<script>");
  await press(ann, "Save");
  await expect(ann.locator("main")).toContainText("Changes not published");

  // Ben began before her: he gets both texts, puts them together and saves.
  await ben.locator(summary).fill(`${begun} As Ben adds.`);
  await press(ben, "Save");
  await expect(ben.locator("main [role=alert]")).toContainText("Somebody else saved this part first");
  await expect(ben.locator("#mine + p + .sheet")).toContainText("As Ben adds.");
  await expect(ben.locator("#theirs + p + .sheet")).toContainText("As Ann adds.");
  await expect(ben.locator(summary)).toHaveValue(`${begun} As Ben adds.`);
  await expectAccessible(browser, ben);
  await ben.locator(summary).fill(`${begun} As Ann and Ben add.`);
  await press(ben, "Save");
  await expect(ben.locator(summary)).toHaveValue(`${begun} As Ann and Ben add.`);

  // Each text stands among the earlier versions, and one leads back.
  await ben.getByRole("link", { name: "Earlier versions" }).first().click();
  await expect(ben.locator("main")).toContainText("Set aside");
  await expectAccessible(browser, ben);
  await ben.locator("main li").filter({ hasText: "Set aside" }).getByRole("link").click();
  await expect(ben.locator("main ins").first()).toBeVisible();
  await expectAccessible(browser, ben);
  await press(ben, /^Go back to version/);
  await ben.goto("/organize/c/return/story");
  await expect(ben.locator(summary)).toHaveValue(`${begun} As Ben adds.`);

  // Readers have seen none of it.
  const shown = await (await fetch(`${installation.url}/c/return`)).text();
  expect(shown).toContain("Karabakh");
  expect(shown).not.toMatch(/As (?:Ann|Ben)/);
});
