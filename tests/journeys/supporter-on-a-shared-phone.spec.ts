import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, failOnConsoleErrors, linkIn, mailTo, press, test } from "./installation.ts";
import type { Installation } from "../support/installation.ts";

const name = "Sentinella";
const street = "17 Lent Telephone Road";
const own = "My neighbour lent me this telephone.";

async function aPhone(browser: Browser, { url }: Installation, javaScriptEnabled: boolean) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    javaScriptEnabled,
    baseURL: url,
  });
  const page = await context.newPage();
  failOnConsoleErrors(page);
  return { context, page };
}

async function leave(page: Page): Promise<void> {
  await page.locator("header").getByRole("link", { name: "Clear and leave" }).click();
  await expect(page).toHaveURL(/\/leave$/);
  await expect(page).toHaveTitle("Redress");
  await expect(page.locator("h1")).toHaveText("Cleared.");
}

/** Signs, from the campaign's page on, and approves letters. */
async function signAndWrite(page: Page, email: string): Promise<void> {
  await page.goto("/c/detained");
  await page.locator('form[action$="/start"] button').first().click();
  await page.locator('[name="givenName"]').fill(name);
  await page.locator('[name="email"]').fill(email);
  await page.locator('[name="postalCode"]').fill("91205");
  await page.locator('[name="streetAddress"]').fill(street);
  await page.locator('[name="region"]').selectOption("CA");
  await press(page, /sign/i);
  await expect(page).toHaveTitle("Your letters · Redress");
  await page.locator('textarea[name="body"]').fill(own);
  await press(page, /approve/i);
  await expect(page).toHaveTitle("Check your mail · Redress");
}

/** Presses "Back" until nothing is left: no page on the way shows anything of the person. Answers the pages' paths. */
async function backThroughAll(page: Page, secrets: string[]): Promise<string[]> {
  const paths: string[] = [];
  for (;;) {
    await page.goBack();
    if (page.url() === "about:blank") return paths;
    paths.push(new URL(page.url()).pathname);
    const fields = await page.locator("input:not([type=radio]):not([type=checkbox]), textarea, select").all();
    const typed = await Promise.all(fields.map((field) => field.inputValue()));
    const shown = [await page.title(), await page.locator("body").innerText(), ...typed].join("\n");
    for (const secret of secrets) expect(shown, page.url()).not.toContain(secret);
  }
}

for (const javaScriptEnabled of [false, true]) {
  const how = `JavaScript ${javaScriptEnabled ? "on" : "off"}`;

  test(`a supporter signs on a shared phone and leaves nothing on it (${how})`, async ({ browser, installation }) => {
    const { context, page } = await aPhone(browser, installation, javaScriptEnabled);
    const accessible = () => (javaScriptEnabled ? Promise.resolve() : expectAccessible(browser, page));
    const email = `lent.${javaScriptEnabled ? "js" : "plain"}@example.org`;
    await signAndWrite(page, "lent@gmial.com");

    // a likely slip in the address is pointed out; corrected, it is mailed to
    await expect(page.locator("main")).toContainText(/Did you mean lent@\s*gmail\.com\?/);
    await expect(page.locator("main")).toContainText("We remind you once, in two days.");
    await expect(page.locator("#email")).toHaveValue("lent@gmail.com");
    await accessible();
    await page.getByRole("link", { name: "Correct the address" }).click();
    await page.locator("#email").fill(email);
    await press(page, "Mail the link there");
    await expect(page.locator(".notice")).toContainText("Address corrected");
    await accessible();

    await leave(page);
    await accessible();
    expect((await context.cookies()).map((cookie) => cookie.name)).toEqual(["left"]);
    if (javaScriptEnabled)
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    const secrets = [name, street, own, email, "lent@", "91205"];
    const behind = await backThroughAll(page, secrets);
    expect([...new Set(behind)]).toEqual([
      "/c/detained/thanks",
      "/c/detained/letter",
      "/c/detained/sign",
      "/c/detained",
    ]);

    // the mail still works; where its link was opened on the phone, "Back" shows nothing either
    const link = linkIn(await mailTo(installation, email));
    await page.goto(link);
    await press(page, "Open it here again");
    await expect(page.locator("main")).toContainText(own);
    await page.locator("main form").first().getByRole("button").first().click();
    await expect(page).toHaveTitle("Thank you · Redress");
    await leave(page);
    await page.goBack();
    await expect(page.locator("h1")).toHaveText("You left on this device");
    await accessible();
    await backThroughAll(page, secrets);
    await context.close();
  });
}

test("an address that is none is kept and told where it is corrected", async ({ browser, installation }) => {
  const { context, page } = await aPhone(browser, installation, false);
  await signAndWrite(page, "kept@example.org");
  await page.locator("#email").fill("kept@example");
  await press(page, "Mail the link there");
  await expect(page).toHaveTitle("Error: Check your mail · Redress");
  await expect(page.locator(".error-summary a")).toHaveAttribute("href", "#email");
  await expect(page.locator("#email")).toHaveValue("kept@example");
  await expectAccessible(browser, page);
  await context.close();
});

test("fault 44: a mail program's own button stops mail", async ({ installation }) => {
  const email = "stops@example.org";
  const signed = await fetch(`${installation.url}/c/return/sign`, {
    method: "POST",
    body: new URLSearchParams({ givenName: name, email, country: "US", postalCode: "91205" }),
    redirect: "manual",
  });
  expect(signed.status).toBe(303);
  const mail = await mailTo(installation, email);
  expect(mail.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  const [, address = ""] = /^<(.+)>$/.exec(mail.headers["List-Unsubscribe"] ?? "") ?? [];
  const stopped = await fetch(address, {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    redirect: "manual",
  });
  expect(stopped.status).toBe(200);
  expect(await stopped.text()).toContain("<h1>No more mail.</h1>");
  expect((await fetch(linkIn(mail))).status).toBe(404);
});
