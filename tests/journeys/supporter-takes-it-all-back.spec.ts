import { readFileSync } from "node:fs";
import { countOf, expect, expectAccessible, failOnConsoleErrors, linkIn, mailTo, press, test } from "./installation.ts";

const street = "17 Lighthouse Steps";
const sentence = "My neighbour of the lighthouse asks where they are.";

for (const width of [360, 1280]) {
  test(`a supporter finds what they signed and takes it all back (${width} px, without JavaScript)`, async ({
    browser,
    installation,
  }) => {
    const { url } = installation;
    const name = `Sentinella${width}`;
    const email = `back.${width}@example.org`;
    const typed = `BACK.${width}@Example.org`;
    const mailed = `BACK.${width}@example.org`;
    const context = await browser.newContext({
      viewport: { width, height: 780 },
      javaScriptEnabled: false,
      baseURL: url,
      acceptDownloads: true,
    });
    const page = await context.newPage();
    failOnConsoleErrors(page);
    // The simple pages are the same in both widths: axe looks at them once.
    const accessible = async (isWide = false) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (isWide || width === 360) await expectAccessible(browser, page);
    };
    const before = await countOf(url);

    // signs, writes, confirms
    await page.goto("/c/detained/sign");
    await page.locator('[name="givenName"]').fill(name);
    await page.locator('[name="familyName"]').fill("Wachter");
    await page.locator('[name="email"]').fill(email);
    await page.locator('[name="postalCode"]').fill("91205");
    await page.locator('[name="streetAddress"]').fill(street);
    await press(page, /sign/i);
    const body = page.locator('textarea[name="body"]');
    await body.fill(`${await body.inputValue()}\n\n${sentence}`);
    await press(page, /approve/i);
    await expect(page).toHaveURL(/\/thanks$/);
    const confirmLink = linkIn(await mailTo(installation, email, /confirm/));
    await page.goto(confirmLink);
    await press(page, "Confirm my signature");
    await expect(page.locator("h1")).toContainText(/thank you/i);
    await expect.poll(() => countOf(url), { timeout: 5_000 }).toBe(before + 1);
    await mailTo(installation, "secretary@state.example");

    // asks for the page of everything: a wrong address first
    await page.locator("main").getByRole("link", { name: "All I signed here" }).click();
    await expect(page).toHaveURL(/\/me$/);
    await accessible();
    await page.locator('[name="email"]').fill("back@");
    await press(page, "Mail me the link");
    await expect(page).toHaveTitle(/^Error: /);
    await accessible();
    await page.locator('[name="email"]').fill(typed);
    await press(page, "Mail me the link");
    await expect(page).toHaveURL(/\/me\/mailed$/);
    await accessible();
    const mail = await mailTo(installation, mailed, /Your page/);
    const [link = ""] = /https?:\/\/\S+\/me\/[\w-]+/.exec(mail.text) ?? [];
    await fetch(link);

    await page.goto(link);
    await expect(page.locator("h1")).toHaveText("My letters");
    await expect(page.locator("main")).toContainText("Counted");
    await accessible(true);

    // hands one over from here, changes what is shown
    await press(page, /I have sent it/);
    await expect(page.locator("main")).toContainText("You handed it over");
    await page.getByLabel("My initials and state").check();
    await press(page, "Save");
    await expect(page.getByRole("status")).toContainText("Saved");
    await expect(page.getByLabel("My initials and state")).toBeChecked();

    // reads and downloads everything
    await page.getByRole("link", { name: "Read it as a page" }).click();
    await expect(page.locator("main")).toContainText(street);
    await expect(page.locator("main")).toContainText(sentence);
    await accessible();
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download it as JSON" }).click();
    const held = JSON.parse(readFileSync(await (await waiting).path(), "utf8"));
    expect(held.signatures[0].person).toMatchObject({ givenName: name, streetAddress: street });
    expect(held.signatures[0]).toMatchObject({ shownToThePublic: "initials", state: "confirmed" });
    expect(held.signatures[0].letters[0].text).toContain(sentence);

    // withdraws, after it was asked once more
    await page.goto(link);
    await page.getByRole("link", { name: /^Withdraw this signature/ }).click();
    await expect(page.locator("h1")).toHaveText("Withdraw your signature?");
    await accessible();
    expect(await countOf(url)).toBe(before + 1);
    await press(page, "Withdraw my signature");
    await expect(page.getByRole("status")).toContainText("Withdrawn");
    await accessible();
    await expect.poll(() => countOf(url), { timeout: 5_000 }).toBe(before);
    await page.goto(confirmLink);
    await expect(page.locator("h1")).toContainText("Withdrawn");
    await accessible();

    // erases
    await page.goto(link);
    await page.getByRole("link", { name: "Erase everything" }).click();
    await expect(page.locator("h1")).toHaveText("Erase everything?");
    await accessible();
    await press(page, "Erase everything");
    await expect(page.locator("h1")).toHaveText("Erased.");
    await accessible();
    const mailbox = await (await fetch(`${url}/mailbox.json`)).text();
    for (const trace of [name, street, email, mailed]) expect(mailbox).not.toContain(trace);
    expect(mailbox).not.toContain(sentence);

    // nothing opens any more, and the way back shows nothing
    for (const dead of [link, `${link}/data`, `${link}/data.json`, `${link}/erase`]) {
      await page.goto(dead);
      await expect(page.locator("h1")).toHaveText("This link opens nothing any more");
    }
    await accessible();
    await page.goto(confirmLink);
    await expect(page.locator("h1")).toContainText("leads nowhere");
    await page.goBack();
    await expect(page.locator("main")).not.toContainText(name);
    await context.close();
  });
}
