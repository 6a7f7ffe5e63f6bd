import { beforeAll, describe, expect, it } from "vitest";
import { clockOffset } from "../../tests/support/installation.ts";
import { mailedPersonalToken, mailedToken } from "../../tests/support/outbox.ts";
import { demoCampaign, open, post, typed } from "../../tests/support/routes.ts";
import * as printRoute from "./c.$slug.letter.$id.print.tsx";
import * as letterRoute from "./c.$slug.letter._index.tsx";
import * as signRoute from "./c.$slug.sign.tsx";
import * as thanksRoute from "./c.$slug.thanks.tsx";
import * as confirmRoute from "./confirm.$token._index.tsx";
import * as eraseRoute from "./confirm.$token.erase.tsx";
import * as confirmPrintRoute from "./confirm.$token.print.$id.ts";
import * as askRoute from "./me._index.tsx";
import * as personalPrintRoute from "./me.$token.print.$id.ts";

process.env.CLOCK_OFFSET ??= clockOffset();

const params = { slug: "detained" };
let campaignId = "";
beforeAll(async () => {
  campaignId = await demoCampaign();
});

/** Somebody who approved their letters: the cookie, the mailed token, and the id of the first letter to hand over. */
async function aWriter() {
  const form = typed({ streetAddress: "100 Sample Street" });
  const { cookie } = await post(signRoute, form, { params });
  const approved: [string, string][] = [
    ["body", "Words of mine."],
    ["recipient", "P000145"],
    ["recipient", "S001150"],
  ];
  await post(letterRoute, approved, { params, cookie });
  const thanks = await open(thanksRoute, { params, cookie });
  const id: string = thanks.shown.letters.find(({ handOver }: { handOver: object | null }) => handOver).id;
  return { cookie, id, email: form.email ?? "", token: await mailedToken(campaignId, form.email ?? "") };
}

const print = (id: string, cookie = "") => open(printRoute, { params: { ...params, id }, cookie });

describe("the page that prints a letter", () => {
  it("shows it to the holder of the cookie, keeps nothing of it, and shows it to nobody else", async () => {
    const [one, other] = [await aWriter(), await aWriter()];
    const own = await print(one.id, one.cookie);
    expect(own.shown.print.letter).toMatchObject({
      email: one.email,
      from: expect.arrayContaining(["100 Sample Street"]),
    });
    expect(own.shown.print.back).toBe("/c/detained/thanks");
    expect(own.headers.get("cache-control")).toBe("no-store");
    expect(own.headers.get("referrer-policy")).toBe("no-referrer");
    expect(await print(one.id)).toMatchObject({ status: 404, shown: { print: null } });
    expect((await print(one.id, other.cookie)).status).toBe(404);
    expect((await print("nonsense", one.cookie)).status).toBe(404);
  });

  it("is reached from a mailed link by an address that may stand on paper", async () => {
    const { id, token, email } = await aWriter();
    const other = await aWriter();
    const led = await open(confirmPrintRoute, { params: { token, id } });
    expect([led.status, led.location]).toEqual([303, `/c/detained/letter/${id}/print`]);
    expect(led.cookie).not.toContain(token);
    const page = await print(id, led.cookie);
    expect(page.shown.print.letter.email).toBe(email);
    expect(page.shown.print.back).toBe(`/confirm/${token}`);
    expect((await print(other.id, led.cookie)).status).toBe(404);
    expect((await open(confirmPrintRoute, { params: { token, id: other.id } })).location).toBe(`/confirm/${token}`);
    const left = await open(confirmPrintRoute, { params: { token, id }, cookie: "left=1" });
    expect([left.location, left.cookie]).toEqual([`/confirm/${token}`, ""]);
  });

  it("is reached from the page of everything that an address signed, and is gone once that is erased", async () => {
    const { id, token, email } = await aWriter();
    await post(
      confirmRoute,
      { texts: (await open(confirmRoute, { params: { token } })).shown.pending.texts },
      { params: { token } },
    );
    await post(askRoute, { email });
    const personal = await mailedPersonalToken(email);
    const led = await open(personalPrintRoute, { params: { token: personal, id } });
    expect(led.location).toBe(`/c/detained/letter/${id}/print`);
    expect((await print(id, led.cookie)).shown.print.back).toBe(`/me/${personal}`);
    await post(eraseRoute, {}, { params: { token } });
    expect((await print(id, led.cookie)).status).toBe(404);
  });
});
