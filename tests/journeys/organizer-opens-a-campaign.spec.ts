import type { Page } from "@playwright/test";
import { clockOffset, run } from "../support/installation.ts";
import type { Installation } from "../support/installation.ts";
import { picture } from "../support/pictures.ts";
import { codeOf } from "../support/totp.ts";
import { countOf, expect, expectAccessible, failOnConsoleErrors, linkIn, mailTo, press, test } from "./installation.ts";

const password = "four words with spaces";

/** The link that the operator's command prints. */
async function invitation({ databaseUrl, dataDir, url }: Installation, email: string): Promise<string> {
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, APP_URL: url, CLOCK_OFFSET: clockOffset() };
  const invite = run("server/invite.ts", env, [email, "--role", "organizer"]);
  expect(await invite.ended, invite.output()).toBe(0);
  const [link = ""] = /https?:\/\/\S+\/invitation\/\S+/.exec(invite.output()) ?? [];
  return link;
}

/** Accepts an invitation, sets up the second factor and signs in with both. */
async function signInInvited(page: Page, installation: Installation, email: string): Promise<void> {
  await page.goto(await invitation(installation, email));
  await page.locator('[name="name"]').fill("Sample Sentinella");
  await page.locator('[name="password"]').fill(password);
  await press(page, /accept/i);
  await page.goto("/account/second-factor");
  await page.locator('[name="password"]').fill(password);
  await press(page, "Begin");
  const key = ((await page.locator("main .link-out").first().textContent()) ?? "").replaceAll(" ", "");
  const recovery = await page.locator(".codes li").first().innerText();
  await page.locator('[name="code"]').fill(codeOf(`otpauth://totp/Redress?secret=${key}`));
  await press(page, "Turn on the second factor");
  await expect(page.locator(".notice").first()).toContainText("is on");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto("/organize");
  await page.locator('[name="email"]').fill(email);
  await page.locator('[name="password"]').fill(password);
  await press(page, "Sign in");
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await page.locator('[name="code"]').fill(recovery);
  await press(page, "Continue");
  await expect(page.locator("h1")).toHaveText("Campaigns");
}

/** Fills in every place that a template left open on the page. */
async function fillIn(page: Page): Promise<void> {
  for (const field of await page.locator("main input[type=text], main input:not([type]), main textarea").all()) {
    const typed = await field.inputValue();
    const filled = typed.replace(/\[(?!\^)[^\]]+\]/g, "it was reported on 3 November 2026");
    if (filled !== typed) await field.fill(filled);
  }
}

for (const { width, javaScriptEnabled } of [
  { width: 360, javaScriptEnabled: false },
  { width: 1280, javaScriptEnabled: true },
]) {
  const name = `${width} px ${javaScriptEnabled ? "with" : "without"} JavaScript`;
  test(`an organizer opens a campaign, and it is signed and closed (${name})`, async ({ browser, installation }) => {
    const view = { viewport: { width, height: 800 }, baseURL: installation.url };
    const context = await browser.newContext({ ...view, javaScriptEnabled });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    failOnConsoleErrors(page, /status of (403|404|409|422)/);
    const accessible = async () => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await expectAccessible(browser, page);
    };
    await signInInvited(page, installation, `organizer.${width}@example.org`);
    await expect(page.locator("main")).toContainText("No campaigns yet");
    await accessible();

    // begins with a template, refused first
    await press(page, "Start with a template");
    await expect(page).toHaveTitle(/^Error: /);
    await accessible();
    await page.getByLabel("Resolution").check();
    await page.locator('[name="title"]').fill(`Ask for a hearing ${width}`);
    await press(page, "Start with a template");
    await expect(page).toHaveURL(new RegExp(`/organize/c/ask-for-a-hearing-${width}/story$`));
    const slug = `ask-for-a-hearing-${width}`;
    await accessible();

    // fills each part in
    for (const part of ["Story", "Asks", "Targets", "Letters"]) {
      await page.getByRole("navigation", { name: "Parts" }).getByRole("link", { name: part }).click();
      await expect(page.locator("h2").first()).toBeVisible();
      await fillIn(page);
      await press(page, "Save");
      await expect(page.locator("main")).toContainText("Saved 24 November 2026");
      await accessible();
    }
    // puts a picture into the story: no text is taken for one, and it says what it shows
    await page.getByRole("navigation", { name: "Parts" }).getByRole("link", { name: "Story" }).click();
    const file = (buffer: Buffer) => ({ name: "chairs; 1.jpg", mimeType: "image/jpeg", buffer });
    await page.getByLabel("Add a picture").setInputFiles(file(Buffer.from("This is no picture.")));
    await press(page, "Save");
    await expect(page).toHaveTitle(/^Error: /);
    await accessible();
    await page.getByLabel("Add a picture").setInputFiles(file(await picture(2400, 1600)));
    await press(page, "Save");
    const story = page.locator('[name="story"]');
    await story.fill(`${await story.inputValue()}\n\n![](picture-1)`);
    await press(page, "Save");
    await expect(page.locator("main")).toContainText("Picture 1 does not say what it shows");
    await page.getByLabel("What it shows").fill("Empty chairs in a school hall");
    await press(page, "Save");
    await expect(page.locator("[data-story-preview] img")).toHaveAttribute("alt", "Empty chairs in a school hall");
    await accessible();
    await page.getByRole("link", { name: "Goal and dates" }).click();
    await page.locator('[name="goal"]').fill("many");
    await press(page, "Save");
    await expect(page).toHaveTitle(/^Error: /);
    await accessible();
    await page.locator('[name="goal"]').fill("500");
    await page.locator('[name="closesDay"]').fill("2027-01-31");
    await press(page, "Save");
    await expect(page.locator('[name="goal"]')).toHaveValue("500");

    // walks it as somebody in Glendale: nothing is counted, nothing is public
    await page.getByRole("navigation", { name: "Parts" }).getByRole("link", { name: "Publish" }).click();
    await expect(page.locator("main")).toContainText("Nothing stops it.");
    await accessible();
    await page.getByRole("link", { name: /Glendale/ }).click();
    await expect(page.locator("aside").first()).toContainText("Preview.");
    await accessible();
    await page.locator("aside a.btn-wide").click();
    await expect(page.locator("main h2").first()).toContainText("Friedman");
    await accessible();
    await page.getByRole("link", { name: /after signing/ }).click();
    await accessible();
    expect((await page.request.get(`/c/${slug}`)).status()).toBe(404);

    // publishes it; somebody signs
    await page.getByRole("link", { name: /what stops publishing/ }).click();
    await press(page, "Publish");
    await expect(page.locator("main")).toContainText("Readers see all that was written.");
    const home = await (await browser.newContext({ ...view, javaScriptEnabled: false })).newPage();
    await home.goto(`/c/${slug}`);
    const shown = home.getByRole("img", { name: "Empty chairs in a school hall" });
    await shown.scrollIntoViewIfNeeded();
    expect((await home.request.get((await shown.getAttribute("src")) ?? "")).headers()["content-type"]).toBe(
      "image/webp",
    );
    const email = `araxie.organized.${width}@example.org`;
    await home.goto(`/c/${slug}/sign`);
    await home.locator('[name="givenName"]').fill("Araxie");
    await home.locator('[name="familyName"]').fill("Sentinella");
    await home.locator('[name="email"]').fill(email);
    await home.locator('[name="postalCode"]').fill("91205");
    await press(home, /sign/i);
    await press(home, /approve/i);
    await home.goto(linkIn(await mailTo(installation, email)));
    await press(home, /confirm/i);
    await expect.poll(() => countOf(installation.url, slug), { timeout: 5_000 }).toBe(1);

    // closes it with an outcome: the page stays and says so
    await page.getByRole("link", { name: "Close with an outcome" }).click();
    await accessible();
    await page.getByLabel("Won").check();
    await page.locator('[name="note"]').fill("The subcommittee heard them.");
    await press(page, "Close the campaign");
    await expect(page.locator("main")).toContainText("Closed: won");
    await page.goto("/organize");
    await expect(page.locator("main table")).toContainText("Closed: won");
    await accessible();
    await expect
      .poll(async () => (await home.goto(`/c/${slug}`)) && (await home.locator("main").textContent()), {
        timeout: 10_000,
      })
      .toContain("The subcommittee heard them.");
    expect((await home.request.get(`/c/${slug}`)).status()).toBe(200);
    await context.close();
  });
}
