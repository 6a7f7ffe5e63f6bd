import { expect, expectAccessible, failOnConsoleErrors, linkIn, mailTo, press, test } from "./installation.ts";
import { leftInTheCode } from "./left-in-the-code.ts";

const width = 360;
const email = "right.to.left@example.org";

test("a supporter reads from right to left, and every sentence is in a catalogue", async ({
  browser,
  installation,
}) => {
  const { url } = installation;
  const context = await browser.newContext({
    viewport: { width, height: 780 },
    javaScriptEnabled: false,
    baseURL: url,
  });
  const page = await context.newPage();
  failOnConsoleErrors(page, /status of (403|404|410|422)/);
  const shows = async (path: RegExp) => {
    await expect(page).toHaveURL(new RegExp(`^${url}/en-XB${path.source}`));
    await expect(page.locator("html")).toHaveAttribute("lang", "en-XB");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path.source).toBeLessThanOrEqual(width);
    expect.soft(await leftInTheCode(page), path.source).toEqual([]);
    const ways = await page
      .locator('a[href^="/"], form[action^="/"]')
      .evaluateAll((elements) =>
        elements.map((element) => element.getAttribute("href") ?? element.getAttribute("action") ?? ""),
      );
    expect
      .soft(
        ways.filter((way) => !way.startsWith("/en-XB/")),
        `${path.source}: ways out of the language`,
      )
      .toEqual([]);
    // The colours are those of every language: the other journeys look at them in the dark.
    await expectAccessible(browser, page, ["light"]);
  };

  await page.goto("/en-XB");
  await shows(/$/);
  await page.locator('main a[href$="/c/detained"]').first().click();
  await shows(/\/c\/detained$/);

  await page.locator('input[name="postalCode"]').first().fill("91205");
  await page.locator('form[action$="/start"] button').first().click();
  await expect(page.locator("main")).toContainText("Laura Friedman");
  await shows(/\/c\/detained\/sign$/);

  await page.locator('[name="givenName"]').fill("Sample");
  await page.locator('[name="email"]').fill("right.to.left@example");
  await press(page, /sign/i);
  await expect(page.locator(".error-summary")).toBeVisible();
  await shows(/\/c\/detained\/sign$/);

  await page.locator('[name="familyName"]').fill("Supporter");
  await page.locator('[name="email"]').fill(email);
  await page.locator('[name="streetAddress"]').fill("100 Sample Street");
  await page.locator('[name="locality"]').fill("Glendale");
  await page.locator('[name="region"]').selectOption("CA");
  await press(page, /sign/i);
  await shows(/\/c\/detained\/letter$/);
  await page.goto("/en-XB/c/detained/place");
  await shows(/\/c\/detained\/place$/);
  await page.goBack();

  // The letters are in the language of those who get them.
  const sheet = page.locator(".sheet", { hasText: "Dear Representative Friedman," }).first();
  await expect(sheet).toHaveAttribute("lang", "en");
  await expect(sheet).toHaveAttribute("dir", "ltr");
  await press(page, /approve/i);
  await shows(/\/c\/detained\/thanks$/);

  await press(page, /again/i);
  await shows(/\/c\/detained\/thanks\?again$/);
  await page.getByRole("link", { name: /print/i }).first().click();
  await shows(/\/c\/detained\/letter\/[\w-]+\/print$/);
  await expect(page.locator("article")).toHaveAttribute("dir", "ltr");

  const mail = await mailTo(installation, email);
  await page.goto(`/mailbox/${mail.id}/html`);
  expect(await leftInTheCode(page), "the mail").toEqual([]);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  expect(mail.subject).toBe("\u202EPlease confirm your request\u202C");
  const link = linkIn(mail);
  expect(link).toMatch(new RegExp(`^${url}/en-XB/confirm/`));
  await page.goto(link);
  await shows(/\/confirm\//);
  await press(page, /confirm my signature/i);
  await expect(page.locator("h1")).toContainText(/thank you/i);
  await shows(/\/confirm\//);
  const letter = await mailTo(installation, "secretary@state.example");
  expect(`${letter.subject} ${letter.text}`).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);

  await page.goto("/en-XB/me");
  await shows(/\/me$/);
  await page.locator('[name="email"]').fill("back@");
  await press(page, /mail me the link/i);
  await shows(/\/me$/);
  await page.locator('[name="email"]').fill(email);
  await press(page, /mail me the link/i);
  await shows(/\/me\/mailed$/);
  const mailed = await mailTo(installation, email, /Your page/);
  const [mine = ""] = /https?:\/\/\S+\/en-XB\/me\/[\w-]+/.exec(mailed.text) ?? [];
  await page.goto(mine);
  await shows(/\/me\//);
  await page.getByRole("link", { name: /Read it as a page/ }).click();
  await shows(/\/me\/[\w-]+\/data$/);
  await page.goto(mine);
  await page.getByRole("link", { name: /Withdraw this signature/ }).click();
  await shows(/\/me\/[\w-]+\/withdraw/);
  await press(page, /withdraw my signature/i);
  await shows(/\/me\//);
  await page.goto(link);
  await shows(/\/confirm\//);
  await page.goto(mine);
  await page.getByRole("link", { name: /Erase everything/ }).click();
  await shows(/\/me\/[\w-]+\/erase$/);
  await press(page, /erase everything/i);
  await shows(/\/me\//);
  await page.goto(`${url}/en-XB/c/detained/leave`);
  await shows(/\/c\/detained\/leave$/);

  for (const path of ["about", "privacy", "accessibility", "report", "nothing-here"]) {
    await page.goto(`/en-XB/${path}`);
    await shows(new RegExp(`/${path}$`));
  }
  await page.goto("/en-XB/report");
  await page.locator('main form [type="submit"], main form button').first().click();
  await shows(/\/report$/);
  await context.close();
});

test("a sentence left in the code is found, wherever a page says it", async ({ page }) => {
  const [marked, left] = ["\u202EOurs\u202C \u2068theirs\u2069", "Left here"];
  await page.setContent(`<html lang="en-XB"><title>${left} 1</title><p>${marked}, 12 <bdi>Name</bdi></p>
    <p lang="en">Content</p><p>${marked} <b>${left} 2</b></p><button aria-label="${left} 3">${marked}</button>
    <input placeholder="${left} 4"><select><option value="">${left} 5</option><option value="CA">California</option></select>
    <p lang="en-XB">${left} 6</p><a href="mailto:a@example.org">a@example.org</a></html>`);
  const found = (await leftInTheCode(page)).join(" ").match(/Left here \d/g);
  expect(found?.sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Left here ${n}`));
});

test("each language has its own bytes, and its own letter", async ({ installation }) => {
  const at = async (path: string) => (await fetch(`${installation.url}${path}`)).text();
  for (const path of ["/", "/c/detained"]) {
    const [english, turned, again] = [await at(path), await at(`/en-XB${path}`), await at(path)];
    expect(english).toContain('<html lang="en" dir="ltr">');
    expect(turned).toContain('<html lang="en-XB" dir="rtl">');
    expect(again).toContain('<html lang="en" dir="ltr">');
  }
  expect((await fetch(`${installation.url}/en-XB/en-XB/about`)).status).toBe(404);
  const foreign = await fetch(`${installation.url}/en-XB/c/detained/sign`, {
    method: "POST",
    headers: { "sec-fetch-site": "cross-site" },
    body: new URLSearchParams({ email: "a@example.org" }),
  });
  expect(foreign.status).toBe(403);
  expect(await foreign.text()).toContain('dir="rtl"');
  const started = await fetch(`${installation.url}/en-XB/c/detained/start`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ postalCode: "91205" }),
  });
  expect(started.headers.get("location")).toMatch(/^\/en-XB\/c\/detained\/sign/);
  expect(started.headers.get("set-cookie")).toContain("Path=/en-XB/c/detained;");
});
