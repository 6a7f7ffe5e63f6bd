import type { CDPSession, Page } from "@playwright/test";
import { demoSignIn } from "../support/demo-sign-in.ts";
import { expect, expectAccessible, failOnConsoleErrors, press, test } from "./installation.ts";

/** A device that keeps passkeys, and whose owner shows it a finger, or not. */
async function aDevice(page: Page, isUserVerified: boolean): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

test("an organizer adds a passkey, signs in with it, and removes it", async ({ browser, installation }) => {
  // Browsers know passkeys by a name, not by a number.
  const site = installation.url.replace("127.0.0.1", "localhost");
  const { email, password } = demoSignIn(installation.dataDir, "organizer");
  const context = await browser.newContext({ baseURL: site, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  failOnConsoleErrors(page, /status of (401|404|422)/);
  const { cdp, authenticatorId } = await aDevice(page, true);

  await page.goto("/account/passkeys");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await press(page, "Sign in");
  await expect(page).toHaveTitle("Add a passkey · Redress");
  await expectAccessible(browser, page);
  await page.locator("#name").fill("My phone");
  await page.locator("#password").fill("not the password");
  await press(page, "Add the passkey");
  await expect(page.locator("[data-passkey-told]")).toContainText("not your current password");
  await expect(page.locator("#name")).toHaveValue("My phone");
  await page.locator("#password").fill(password);
  await press(page, "Add the passkey");
  await expect(page.locator(".notice")).toContainText("The passkey is added");
  await expect(page.locator("#passkeys ~ table")).toContainText("My phone");
  await expectAccessible(browser, page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  // it signs in by itself, to the page that was asked for
  await page.locator("header").getByRole("button", { name: "Sign out" }).click();
  await page.goto("/account/password");
  await expectAccessible(browser, page);
  await press(page, "Sign in with a passkey");
  await expect(page).toHaveURL(`${site}/account/password`);
  await expect(page).toHaveTitle("Change the password · Redress");

  // where its owner does not show the device who they are, it is one factor, and opens nothing
  await page.locator("header").getByRole("button", { name: "Sign out" }).click();
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await press(page, "Sign in with a passkey");
  await expect(page.locator("[data-passkey-told]")).not.toBeEmpty();
  await expect(page).toHaveTitle("Sign in · Redress");
  await expectAccessible(browser, page);
  // nor by a browser that does not ask the device for that
  const forged = { options: { userVerification: "discouraged" } };
  await page.route("**/sign-in/passkey", async (route) => {
    const answer = await route.fetch();
    const json = (await answer.json()) as { options?: object };
    const options = json.options && { ...json.options, ...forged.options };
    await route.fulfill({ response: answer, json: { ...json, ...(options ? { options } : {}) } });
  });
  await press(page, "Sign in with a passkey");
  await expect(page.locator("[data-passkey-told]")).toContainText("opens no account here");
  await page.unroute("**/sign-in/passkey");
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });

  // removed, it opens nothing, although the device has it still
  await press(page, "Sign in with a passkey");
  await expect(page).not.toHaveTitle("Sign in · Redress");
  await page.goto("/account");
  await page.getByRole("button", { name: "Remove the passkey My phone" }).click();
  await expect(page.locator(".notice")).toContainText("removed");
  await page.locator("header").getByRole("button", { name: "Sign out" }).click();
  await press(page, "Sign in with a passkey");
  await expect(page.locator("[data-passkey-told]")).toContainText("opens no account here");
  await context.close();
});

test("without scripts, or by another address, no page shows a button that does nothing", async ({
  browser,
  installation,
}) => {
  const { email, password } = demoSignIn(installation.dataDir, "staff");
  for (const javaScriptEnabled of [false, true]) {
    const context = await browser.newContext({ baseURL: installation.url, javaScriptEnabled });
    const page = await context.newPage();
    failOnConsoleErrors(page, /status of (401|404|422)/);
    await page.goto("/account/passkeys");
    await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toBeHidden();
    await page.locator("#email").fill(email);
    await page.locator("#password").fill(password);
    await press(page, "Sign in");
    await expect(page.locator("main")).toContainText("http://localhost:");
    await expect(page.getByRole("button", { name: "Add the passkey" })).toBeHidden();
    await context.close();
  }
});
