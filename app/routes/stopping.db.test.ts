import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { mayMailSupporter } from "#app/features/delivery/may-mail-supporter.server.ts";
import { mailedPageOf } from "#app/features/signatures/mailed-page-of.server.ts";
import { remindUnconfirmed } from "#app/features/signatures/remind-unconfirmed.server.ts";
import { sql } from "#app/lib/db.server.ts";
import { days } from "#app/lib/time.ts";
import { refusal } from "#server/web-guards.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { mailedToken, mailsTo } from "../../tests/support/outbox.ts";
import { by, demoCampaign, open, post, typed } from "../../tests/support/routes.ts";
import * as signRoute from "./c.$slug.sign.tsx";
import * as confirmRoute from "./confirm.$token._index.tsx";
import * as notMeRoute from "./confirm.$token.not-me.tsx";

process.env.CLOCK_OFFSET ??= clockOffset();

const slug = "detained";
let campaignId = "";
beforeAll(async () => {
  campaignId = await demoCampaign();
});

async function aSigner(given: Record<string, string> = {}) {
  const form = typed(given);
  const { cookie } = await post(signRoute, form, { params: { slug } });
  const email = form.email ?? "";
  return { email, cookie, token: await mailedToken(campaignId, email), mails: () => mailsTo(campaignId, email) };
}

async function confirm(token: string) {
  const page = await mailedPageOf(by(), token, "en");
  return post(confirmRoute, { texts: page.pending?.texts ?? "" }, { params: { token } });
}

const oneClick = { "List-Unsubscribe": "One-Click" };
const isStopped = async (email: string) =>
  !(await mayMailSupporter({ sql }, by(), { email, campaignId, kind: "reminder" }));
describe("fault 44: a mail program's own button to stop mail (RFC 8058)", () => {
  test("stands in the headers of the first mail and of the reminder", async () => {
    const { mails } = await aSigner();
    await remindUnconfirmed(by(days(2) + 1000));
    const headers = (await mails()).map((mail) => mail.headers);
    expect(headers).toHaveLength(2);
    const links = (await mails()).map(({ text }) => /https?:\S+\/confirm\/[\w-]+/.exec(text)?.[0]);
    expect(new Set(links).size).toBe(2);
    expect(headers).toEqual(
      links.map((link) => ({
        "List-Unsubscribe": `<${link}/not-me>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      })),
    );
  });

  test("without cookie or origin: 200, and done before the answer: erased, and no mail any more", async () => {
    const { token, cookie, email, mails } = await aSigner();
    const request = { "content-length": "26", host: "redress.example" };
    expect(refusal({ method: "POST", path: `/confirm/${token}/not-me`, headers: request })).toBeNull();
    const answer = await post(notMeRoute, oneClick, { params: { token } });
    expect(answer).toMatchObject({ status: 200, location: null, cookie: "" });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await mailedPageOf(by(), token, "en")).toMatchObject({ answer: "unknown" });
    expect(await isStopped(email)).toBe(true);
    expect(await mails()).toEqual([]);
    await remindUnconfirmed(by(days(2) + 1000));
    expect(await mails()).toEqual([]);
    expect(cookie).not.toBe("");
    // The page of the answer is made by the same request: its loader leads nowhere.
    expect(
      await Promise.resolve(notMeRoute.loader({ params: { token }, context: answer.context } as never)),
    ).toBeNull();
  });

  test("also as multipart, after the link has expired, and again", async () => {
    const { token, email } = await aSigner();
    await sql(
      "test-expire-links",
      `update "Token" set "expiresAt" = $1 where "purpose" = 'confirm' and "signatureId" =
         (select "signatureId" from "Token" where "hash" = sha256($2::text::bytea))`,
      [by(-days(1)).now, token],
      z.unknown(),
    );
    expect((await mailedPageOf(by(), token, "en")).answer).toBe("expired");
    const body = new FormData();
    body.set("List-Unsubscribe", "One-Click");
    const request = new Request("http://localhost/", { method: "POST", body });
    const context = { network: "192.0.2.9", loopback: false };
    const made = await notMeRoute.action({ request, params: { token }, context } as never);
    expect(made).not.toBeInstanceOf(Response);
    expect(await isStopped(email)).toBe(true);
    expect((await post(notMeRoute, oneClick, { params: { token } })).status).toBe(200);
    expect((await post(notMeRoute, oneClick, { params: { token: "never-given" } })).status).toBe(200);
  });

  test("a confirmed signature stays counted, and no more mail comes, news included", async () => {
    const { token, email } = await aSigner({ updates: "on" });
    await confirm(token);
    expect((await post(notMeRoute, oneClick, { params: { token } })).status).toBe(200);
    await post(notMeRoute, oneClick, { params: { token } });
    expect(await isStopped(email)).toBe(true);
    expect((await mailedPageOf(by(), token, "en")).done).not.toBeNull();
    const consents = await sql(
      "test-updates",
      `select "given" from "Consent" where "purpose" = 'updates' and "signatureId" =
         (select "signatureId" from "Token" where "hash" = sha256($1::text::bytea)) order by "at", "id"`,
      [token],
      z.object({ given: z.boolean() }),
    );
    expect(consents.map(({ given }) => given)).toEqual([true, false]);
  });

  test("the page's form keeps its 303, and opening the address does nothing", async () => {
    const { token, email } = await aSigner();
    const opened = await open(notMeRoute, { params: { token } });
    expect(opened).toMatchObject({ status: 303, location: `/confirm/${token}` });
    expect(await isStopped(email)).toBe(false);
    const answer = await post(notMeRoute, {}, { params: { token } });
    expect(answer).toMatchObject({ status: 303, location: `/confirm/${token}?told=erased` });
  });
});
