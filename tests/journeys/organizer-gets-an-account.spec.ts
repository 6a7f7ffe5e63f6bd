import type { Page } from "@playwright/test";
import { demoSignIns } from "../../server/demo-sign-ins.ts";
import { codeOf } from "../support/totp.ts";
import { expect, expectAccessible, failOnConsoleErrors, mailTo, press, test } from "./installation.ts";

const password = "four words with spaces";

async function signIn(page: Page, email: string, typed: string): Promise<void> {
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(typed);
  await press(page, "Sign in");
}

test("an organizer is invited, protects the account, and loses no word when the session ends", async ({
  browser,
  installation,
}) => {
  const anApplication = async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: installation.url });
    const page = await context.newPage();
    failOnConsoleErrors(page, /status of (401|404|422)/);
    return { context, page };
  };
  const admin = (await anApplication()).page;
  const [adminEmail = "", adminPassword = ""] = (demoSignIns(installation.dataDir)[0] ?? "").split(/\s+/);
  expect(installation.output()).toContain(`${adminEmail}  ${adminPassword}`);

  // an admin signs in, on the way to a page of theirs, and invites
  await admin.goto("/admin");
  await expect(admin).toHaveTitle("Sign in · Redress");
  await signIn(admin, adminEmail, "not the password");
  await expect(admin).toHaveTitle("Error: Sign in · Redress");
  await expectAccessible(browser, admin);
  await signIn(admin, adminEmail, adminPassword);
  await expect(admin).toHaveTitle("People · Redress");
  await admin.locator("#email").fill("invited@example.org");
  await press(admin, "Send the invitation");
  await expect(admin.locator("#invitations + table")).toContainText("invited@example.org");
  await expectAccessible(browser, admin);

  // the link makes the account
  const mail = await mailTo(installation, "invited@example.org", /invitation/);
  const link = /https?:\/\/\S+\/invitation\/[\w-]+/.exec(mail.text)?.[0] ?? "";
  const { context, page } = await anApplication();
  await page.goto(link);
  await expectAccessible(browser, page);
  await page.locator("#name").fill("Anoush");
  await page.locator("#password").fill("too short");
  await press(page, "Accept the invitation");
  await expect(page.locator(".error-summary")).toContainText("at least 15 characters");
  await expect(page.locator("#name")).toHaveValue("Anoush");
  await page.locator("#password").fill(password);
  await press(page, "Accept the invitation");
  await expect(page.locator(".notice")).toContainText("second factor");

  // a second factor, by the key that stands beside the picture
  await page.getByRole("link", { name: "Set it up" }).first().click();
  await page.locator("#password").fill(password);
  await press(page, "Begin");
  await expectAccessible(browser, page);
  const key = (await page.locator(".link-out").innerText()).replaceAll(" ", "");
  const code = () => codeOf(`otpauth://totp/Redress?secret=${key}`);
  const recovery = await page.locator(".codes li").first().innerText();
  await page.locator("#code").fill(code());
  await press(page, "Turn on the second factor");
  await expect(page.locator(".notice")).toContainText("is on");
  await expectAccessible(browser, page);

  // signing in asks for it
  await page.locator("header").getByRole("button", { name: "Sign out" }).click();
  await expect(page.locator(".notice")).toContainText("signed out");
  await page.goto("/account/password");
  await signIn(page, "invited@example.org", password);
  await expect(page).toHaveTitle("Enter the code · Redress");
  await expectAccessible(browser, page);
  await page.locator("#code").fill("12");
  await press(page, "Continue");
  await expect(page).toHaveTitle("Error: Enter the code · Redress");
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await page.locator("#code").fill(recovery);
  await press(page, "Continue");
  await expect(page).toHaveURL(/\/account\/password$/);
  const other = await page.goto("/admin");
  expect(other?.status()).toBe(404);

  // the session ends while the admin writes: the text comes back
  await admin.goto("/admin/organization");
  await admin.locator("#postalAddress").fill('12 "Sample" Street\n<b>Sample Town</b>');
  await admin.context().clearCookies();
  await press(admin, "Save the organization");
  await expect(admin.locator("h1")).toHaveText("Your session has ended");
  await expectAccessible(browser, admin);
  const [tab] = await Promise.all([
    admin.context().waitForEvent("page"),
    admin.getByRole("link", { name: /Sign in again/ }).click(),
  ]);
  await signIn(tab, adminEmail, adminPassword);
  await expect(tab).toHaveTitle("People · Redress");
  await press(admin, "Send it again");
  await expect(admin.locator(".notice").first()).toContainText("saved");
  await expect(admin.locator("#postalAddress")).toHaveValue('12 "Sample" Street\n<b>Sample Town</b>');
  await expectAccessible(browser, admin);

  // who is removed is out at once
  await page.goto("/account");
  await tab.getByRole("link", { name: "Change Anoush" }).click();
  await expectAccessible(browser, tab);
  await press(tab, "Remove");
  await expect(tab.locator("table").first()).not.toContainText("Anoush");
  await page.reload();
  await expect(page).toHaveTitle("Sign in · Redress");
  await context.close();
});
