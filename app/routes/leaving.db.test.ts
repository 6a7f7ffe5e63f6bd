import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { FormMark } from "#app/ui/form-mark.tsx";
import { clockOffset } from "../../tests/support/installation.ts";
import { mailedPersonalToken, mailedToken } from "../../tests/support/outbox.ts";
import { demoCampaign, open, post, typed } from "../../tests/support/routes.ts";
import * as leaveRoute from "./c.$slug.leave.tsx";
import * as letterRoute from "./c.$slug.letter._index.tsx";
import * as signRoute from "./c.$slug.sign.tsx";
import * as thanksRoute from "./c.$slug.thanks.tsx";
import * as confirmRoute from "./confirm.$token._index.tsx";
import * as confirmJsonRoute from "./confirm.$token.data[.]json.ts";
import * as returnRoute from "./confirm.$token.return.ts";
import * as meRoute from "./me._index.tsx";
import * as personalRoute from "./me.$token._index.tsx";
import * as personalDataRoute from "./me.$token.data._index.tsx";
import * as personalJsonRoute from "./me.$token.data[.]json.ts";
import * as personalEraseRoute from "./me.$token.erase.tsx";
import * as personalReturnRoute from "./me.$token.return.ts";
import * as personalWithdrawRoute from "./me.$token.withdraw._index.tsx";

process.env.CLOCK_OFFSET ??= clockOffset();

const params = { slug: "detained" };
let campaignId = "";
beforeAll(async () => {
  campaignId = await demoCampaign();
});

async function aSigner() {
  const form = typed();
  const { cookie } = await post(signRoute, form, { params });
  const { email = "" } = form;
  return { cookie, email, token: await mailedToken(campaignId, email) };
}

describe("clearing a shared phone", () => {
  test("takes this campaign's cookies away, and what the browser kept of the site", async () => {
    const left = await open(leaveRoute, { params });
    expect(left.status).toBe(200);
    expect(left.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect(left.headers.get("cache-control")).toBe("no-store");
    expect(left.headers.get("referrer-policy")).toBe("no-referrer");
    const [letter, place, back] = left.headers.getSetCookie();
    expect(letter).toMatch(/^letter=; Max-Age=0; Path=\/c\/detained; HttpOnly; SameSite=Lax/);
    expect(place).toMatch(/^place=; Max-Age=0; Path=\/c\/detained; HttpOnly; SameSite=Lax/);
    expect(back).toMatch(/^left=1; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax/);
    const again = await open(leaveRoute, { params, cookie: "left=1-back" });
    expect(again.cookie).toContain("left=2");
    expect(leaveRoute.headers({ loaderHeaders: left.headers } as never)).toBe(left.headers);
    await expect(open(leaveRoute, { params: { slug: "nothing-here" } })).rejects.toMatchObject({ status: 404 });
  });

  test("leaves the mailed link what it was; on this device it shows nothing until its holder says so", async () => {
    const { token } = await aSigner();
    const asked = (cookie: string) => open(confirmRoute, { params: { token }, cookie });
    const shown = await asked("left=1");
    expect(shown).toMatchObject({ status: 200, shown: { isLeft: true, pending: null, done: null } });
    expect(JSON.stringify(shown.shown)).not.toContain("Sentinella");
    expect((await asked("")).shown.pending.name).toBe("Sentinella Supporter");
    const back = await post(returnRoute, {}, { params: { token }, cookie: "left=1" });
    expect(back).toMatchObject({ status: 303, location: `/confirm/${token}` });
    expect(back.cookie).toBe("left=1-back");
    expect((await asked(back.cookie)).shown.pending.name).toBe("Sentinella Supporter");
    expect((await open(confirmRoute, { params: { token: "never-given" }, cookie: "left=1" })).status).toBe(404);
  });

  test("leaves nothing of the mailed link to read or to take away, be it of one signature or of all", async () => {
    const { token, email } = await aSigner();
    const { shown } = await open(confirmRoute, { params: { token } });
    await post(confirmRoute, { texts: shown.pending.texts }, { params: { token } });
    await post(meRoute, { email });
    const params = { token: await mailedPersonalToken(email) };
    const cookie = "left=1";
    const file = await open(confirmJsonRoute, { params: { token }, cookie });
    expect([file.status, file.location]).toEqual([303, `/confirm/${token}`]);
    const page = await open(personalRoute, { params, cookie });
    expect(page).toMatchObject({ status: 200, shown: { isLeft: true, mine: null } });
    expect(JSON.stringify(page.shown)).not.toContain("Sentinella");
    for (const route of [personalJsonRoute, personalDataRoute, personalEraseRoute, personalWithdrawRoute])
      expect((await open(route, { params, cookie })).location).toBe(`/me/${params.token}`);
    const back = await post(personalReturnRoute, {}, { params, cookie });
    expect([back.location, back.cookie]).toEqual([`/me/${params.token}`, "left=1-back"]);
    expect((await open(personalRoute, { params, cookie: back.cookie })).shown.mine.email).toBe(email);
    expect((await open(personalRoute, { params: { token: "never-given" }, cookie })).status).toBe(404);
  });

  test("makes the signing form another one, so that “Back” fills in nothing of the old one", async () => {
    const markOf = async (cookie: string) => (await open(signRoute, { params, cookie })).shown.mark as string | null;
    const marks = [await markOf(""), await markOf("left=1"), await markOf("left=1-back"), await markOf("left=2")];
    expect(marks).toEqual([null, "left-1", "left-1", "left-2"]);
    const html = renderToStaticMarkup(createElement(FormMark, { mark: "left-1" }));
    expect(html).toBe('<input type="hidden" name="left-1" disabled=""/>');
  });

  test("every page that shows something of a person has a title that tells nothing of it", async () => {
    const { cookie, token } = await aSigner();
    const pages = [
      { route: signRoute, asked: { params } },
      { route: letterRoute, asked: { params, cookie } },
      { route: thanksRoute, asked: { params, cookie } },
      { route: leaveRoute, asked: { params } },
      { route: confirmRoute, asked: { params: { token } } },
    ];
    for (const { route, asked } of pages) {
      const { shown } = await open(route, asked);
      const titles = (route.meta as (args: unknown) => unknown)({ data: shown as unknown, matches: [] });
      expect(JSON.stringify(titles)).not.toMatch(/Sentinella|Azerbaijan|Armenia|detained/i);
      expect(JSON.stringify(titles)).toContain("Redress");
    }
  });
});
